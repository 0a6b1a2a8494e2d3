@echo off
rem Himalia's one door on Windows: finds a JDK, builds what is not built, and hands over to Java. See the script "himalia".
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "OLDEST=17"
if exist "%ROOT%\pom.xml" (set "HOME_DIR=%ROOT%\install\target\himalia") else (set "HOME_DIR=%ROOT%")

set "JDK="
set "BEST=0"
if defined JAVA_HOME (
    call :consider "%JAVA_HOME%"
    if not defined JDK (
        echo himalia: JAVA_HOME is "%JAVA_HOME%", which is no JDK from %OLDEST% up with javac and jshell. 1>&2
        exit /b 2
    )
) else (
    for /f "delims=" %%J in ('where javac 2^>nul') do call :consider "%%~dpJ.."
    for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~fD"
)
if not defined JDK (
    echo himalia: no JDK from %OLDEST% up found; a JRE is not enough. Install one, or set JAVA_HOME. 1>&2
    exit /b 2
)
set "JAVA_HOME=%JDK%"

if exist "%ROOT%\pom.xml" (
    if "%~1"=="test" (cd /d "%ROOT%" & call mvn -B --fail-at-end verify & exit /b !ERRORLEVEL!)
    if "%~1"=="format" (cd /d "%ROOT%" & call mvn -B -q spotless:apply & exit /b !ERRORLEVEL!)
    if "%~1"=="golden" (cd /d "%ROOT%" & call mvn -B --fail-at-end -T 1C -Dhimalia.golden=write -Dtest=GridTest,EdgesTest,ChartsTest,RendererGoldenTest,MagicsPageTest,ApiListTest -Dsurefire.failIfNoSpecifiedTests=false test & exit /b !ERRORLEVEL!)
    call :build || exit /b 3
)

set "CP="
for /f "usebackq delims=" %%L in ("%HOME_DIR%\install.classpath") do set "CP=!CP!;%HOME_DIR%\lib\%%L"
"%JDK%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dhimalia.terminal=true -Djava.awt.headless=true "-Dhimalia.home=%HOME_DIR%" -cp "%CP:~1%" himalia.install.cli.Himalia %*
exit /b %ERRORLEVEL%

rem Takes the folder in %1 where it is a JDK that is new enough, and newer than the one found so far.
:consider
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\bin\jshell.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "tokens=1 delims=.+-" %%M in ("%%~V") do set "FOUND=%%M"
if %FOUND% LSS %OLDEST% exit /b 0
if %FOUND% LEQ %BEST% exit /b 0
set "BEST=%FOUND%"
set "JDK=%~f1"
exit /b 0

rem Builds where a source is newer than the last build; a folder made first is the lock.
:build
powershell -NoProfile -Command "$s='%HOME_DIR%\built'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $n=Get-ChildItem -Recurse -File '%ROOT%\pom.xml','%ROOT%\display','%ROOT%\library','%ROOT%\magics','%ROOT%\kernel','%ROOT%\install' | Where-Object { ($_.Name -eq 'pom.xml' -or $_.FullName -like '*\src\main\*') -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if not errorlevel 1 exit /b 0
where mvn >nul 2>nul || (echo himalia: Maven is needed to build Himalia, and "mvn" is not on the PATH. 1>&2 & exit /b 1)
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
:wait
mkdir "%ROOT%\target\build.lock" 2>nul || (timeout /t 1 /nobreak >nul & goto wait)
echo Building Himalia with JDK %BEST% at %JDK%; the first time, Maven also downloads libraries. 1>&2
type nul >"%ROOT%\target\build.began"
rem JDK 25 takes a cache of other jars, and with it their classes.
del /q "%HOME_DIR%\cache\kernel-*" "%HOME_DIR%\cache\worker-*" >nul 2>nul
pushd "%ROOT%"
call mvn -B -DskipTests -Dtests.uncompiled=true -Dcompiler.checks=-proc:none package -pl install -am >"%ROOT%\target\build.log" 2>&1
set "STATUS=%ERRORLEVEL%"
popd
rmdir "%ROOT%\target\build.lock"
if not "%STATUS%"=="0" (
    echo himalia: the build failed; errors from %ROOT%\target\build.log: 1>&2
    findstr /b "[ERROR]" "%ROOT%\target\build.log" 1>&2
    exit /b 1
)
move /y "%ROOT%\target\build.began" "%HOME_DIR%\built" >nul
exit /b 0
