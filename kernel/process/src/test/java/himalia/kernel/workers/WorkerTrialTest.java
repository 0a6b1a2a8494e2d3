package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkerTrialTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String NO_DEBUGGER = "-Dhimalia.debugger=off";

    @TempDir Path folder;

    @Test
    void aWrongFlagIsFoundAlsoWhereThePortOfTheOneThatRunsIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + at(taken);
            var before = settings(JAVA, NO_DEBUGGER, port);

            assertThatThrownBy(
                            () ->
                                    WorkerTrial.check(
                                            before,
                                            settings(JAVA, NO_DEBUGGER, port, "-XX:+NoSuchThing")))
                    .hasMessageStartingWith(
                            "no JVM starts so, and the one that runs stays; it says: ")
                    .hasMessageContaining("Unrecognized VM option 'NoSuchThing'");
            assertThatThrownBy(
                            () ->
                                    WorkerTrial.check(
                                            before, settings(JAVA, NO_DEBUGGER, port, "-Xmx1m")))
                    .hasMessageContaining("Too small maximum heap");
            assertThatCode(
                            () ->
                                    WorkerTrial.check(
                                            before,
                                            settings(
                                                    JAVA,
                                                    NO_DEBUGGER,
                                                    port,
                                                    "-Xmx300m",
                                                    "-Xlog:gc",
                                                    "-Xverify:none")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPortIsFreeAgainBehindIt() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var next =
                settings(
                        JAVA,
                        NO_DEBUGGER,
                        "-Dcom.sun.management.jmxremote.port=" + port,
                        "-Dcom.sun.management.jmxremote.authenticate=false",
                        "-Dcom.sun.management.jmxremote.ssl=false");

        WorkerTrial.check(settings(JAVA), next);

        assertThatCode(() -> new ServerSocket(port).close()).doesNotThrowAnyException();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHeapIsTriedWithoutItsMemoryAndItsSizesAreRead() throws IOException {
        var telling = folder.resolve("java");
        Files.writeString(telling, "#!/bin/sh\ngrep -o 'X.*PreTouch' \"${1#@}\"; exit 1\n");
        Files.setPosixFilePermissions(telling, PosixFilePermissions.fromString("rwx------"));
        var before = settings(JAVA);

        assertThatThrownBy(
                        () ->
                                WorkerTrial.check(
                                        before,
                                        settings(telling.toString(), "-XX:+AlwaysPreTouch")))
                .hasMessageEndingWith("it says: XX:+AlwaysPreTouch\nXX:-AlwaysPreTouch");
        assertThatThrownBy(() -> WorkerTrial.check(before, settings(JAVA, "-Xms200m", "-Xmx100m")))
                .hasMessageContaining("Initial heap size set to a larger value than the maximum");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void oneThatDiesBeforeItReadsIsHeard() throws IOException {
        var dying = folder.resolve("java");
        Files.writeString(dying, "#!/bin/sh\nsleep 0.3; echo 'no room here' >&2; exit 1\n");
        Files.setPosixFilePermissions(dying, PosixFilePermissions.fromString("rwx------"));
        // More than a pipe holds.
        var path = new WorkerPath(List.of("own.jar"), List.of(), List.of("/long".repeat(100_000)));

        assertThatThrownBy(
                        () ->
                                WorkerTrial.check(
                                        settings(JAVA),
                                        new WorkerSettings(dying.toString(), path, List.of())))
                .hasMessageEndingWith("it says: no room here");
    }

    private static String at(ServerSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static WorkerSettings settings(String java, String... options) {
        var classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        return new WorkerSettings(java, WorkerPath.of(classPath), List.of(options));
    }
}
