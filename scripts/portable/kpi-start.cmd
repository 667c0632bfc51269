@echo off
rem To be double-clicked: a window in which kpi is a command.
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
cmd /k kpi --help
