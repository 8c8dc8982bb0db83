@echo off
rem Runs the command line. Builds it on first use and whenever its sources have changed; otherwise starts the built
rem program directly. The batch language cannot compare the dates of files, so PowerShell looks for newer ones.
rem
rem As in ecq: a build goes to a folder of its own, and windows.current names the folder to run, as old as the moment
rem before the build. Windows locks the files of a program that runs (ecq serve, ecq screen --watch), so nothing is ever
rem built over them. The names begin with ecq_ since MSBuild takes every variable for a property.
setlocal
set "ecq_root=%~dp0"
set "ecq_out=%ecq_root%artifacts\ecq"
set "ecq_current=%ecq_out%\windows.current"
set "ecq_folder="

if not exist "%ecq_current%" goto build
set /p ecq_folder=<"%ecq_current%"
if not exist "%ecq_out%\%ecq_folder%\ecq.exe" goto build
powershell -NoProfile -NonInteractive -Command ^
  "$built = (Get-Item -LiteralPath $env:ecq_current).LastWriteTimeUtc;" ^
  "$parts = 'src', 'rules', 'models', 'Directory.Build.props', 'Directory.Packages.props', 'global.json';" ^
  "foreach ($part in $parts) { $path = Join-Path $env:ecq_root $part; $items = @(Get-Item -LiteralPath $path);" ^
  "if (Test-Path -LiteralPath $path -PathType Container) { $items += Get-ChildItem -LiteralPath $path -Recurse };" ^
  "foreach ($item in $items) { if ($item.LastWriteTimeUtc -gt $built) { exit 1 } } }"
if errorlevel 1 goto build
goto run

:build
echo ecq: building (the first time, and after a change of the sources)... 1>&2
if not exist "%ecq_out%" mkdir "%ecq_out%"
set "ecq_new=win-%random%-%random%"
type nul > "%ecq_out%\%ecq_new%.before"
call :publish true
if not errorlevel 1 goto built
rem Only the ReadyToRun compiler comes from the package feed beside what every build needs.
findstr /i /r "NU1[13]0[0-9] crossgen NETSDK1094" "%ecq_out%\build.log" > nul
if errorlevel 1 goto failed
call :publish false
if errorlevel 1 goto failed
echo ecq: built without ReadyToRun, as its compiler could not be fetched: ecq starts more slowly. 1>&2

:built
rem The name is written into the file first, and then its date is set back: "echo" would make it new.
> "%ecq_out%\%ecq_new%.next" echo %ecq_new%
powershell -NoProfile -NonInteractive -Command ^
  "$next = Get-Item -LiteralPath ($env:ecq_out + '\' + $env:ecq_new + '.next');" ^
  "$next.LastWriteTimeUtc = (Get-Item -LiteralPath ($env:ecq_out + '\' + $env:ecq_new + '.before')).LastWriteTimeUtc"
move /y "%ecq_out%\%ecq_new%.next" "%ecq_current%" > nul
del "%ecq_out%\%ecq_new%.before"
rem A folder whose program still runs cannot be renamed, and stays until a later build.
for /d %%d in ("%ecq_out%\win-*") do if /i not "%%~nxd"=="%ecq_new%" if /i not "%%~nxd"=="%ecq_folder%" (
  ren "%%d" "old-%%~nxd" 2> nul && rd /s /q "%ecq_out%\old-%%~nxd"
)
set "ecq_folder=%ecq_new%"

:run
"%ecq_out%\%ecq_folder%\ecq.exe" %*
exit /b %errorlevel%

:publish
dotnet publish "%ecq_root%src\EcqAnalyzer.Cli" -c Release --use-current-runtime --self-contained false -p:EcqStart=windows -p:PublishReadyToRun=%1 -o "%ecq_out%\%ecq_new%" -v quiet -nologo > "%ecq_out%\build.log" 2>&1
exit /b %errorlevel%

:failed
type "%ecq_out%\build.log" 1>&2
echo ecq: the build failed; above is why. 1>&2
del "%ecq_out%\%ecq_new%.before"
if exist "%ecq_out%\%ecq_new%" rd /s /q "%ecq_out%\%ecq_new%"
exit /b 70
