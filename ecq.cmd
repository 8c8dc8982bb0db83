@echo off
rem Runs the command line. Builds it on first use and whenever its sources have changed; otherwise starts the built
rem program directly. The batch language cannot compare the dates of files, so PowerShell looks for newer ones.
setlocal
set "root=%~dp0"
set "out=%root%artifacts\ecq"
set "program=%out%\windows\ecq.exe"
set "stamp=%out%\windows.stamp"

if not exist "%program%" goto build
if not exist "%stamp%" goto build
powershell -NoProfile -NonInteractive -Command ^
  "$stamp = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc;" ^
  "$parts = 'src', 'rules', 'models', 'Directory.Build.props', 'Directory.Packages.props', 'global.json';" ^
  "$files = $parts | ForEach-Object { Join-Path $env:root $_ } | Where-Object { Test-Path -LiteralPath $_ };" ^
  "foreach ($item in Get-ChildItem -LiteralPath $files -Recurse) { if ($item.LastWriteTimeUtc -gt $stamp) { exit 1 } }"
if errorlevel 1 goto build
goto run

:build
echo ecq: building (the first time, and after a change of the sources)... 1>&2
if not exist "%out%" mkdir "%out%"
type nul > "%out%\windows.before"
dotnet publish "%root%src\EcqAnalyzer.Cli" -c Release --use-current-runtime --self-contained false -p:EcqStart=true -p:PublishReadyToRun=true -o "%out%\windows" -v quiet -nologo > "%out%\build.log" 2>&1
if not errorlevel 1 goto built
dotnet publish "%root%src\EcqAnalyzer.Cli" -c Release --use-current-runtime --self-contained false -p:EcqStart=true -p:PublishReadyToRun=false -o "%out%\windows" -v quiet -nologo > "%out%\build.log" 2>&1
if errorlevel 1 goto failed
echo ecq: built without ReadyToRun, as its compiler could not be fetched: ecq starts more slowly. 1>&2

:built
move /y "%out%\windows.before" "%stamp%" > nul

:run
"%program%" %*
exit /b %errorlevel%

:failed
type "%out%\build.log" 1>&2
echo ecq: the build failed; above is why. 1>&2
exit /b 70
