package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the user's environment says, on the real kernel. */
@Tag("kernel")
@Timeout(120)
class UserSettingsTest {
    @TempDir private Path folder;

    @Test
    void startupCodeClassPathAndOptionsAreTaken() throws IOException {
        Files.createDirectories(folder.resolve("config/himalia"));
        Files.writeString(folder.resolve("config/himalia/startup.jshell"), "int mine = 1;");
        Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(folder.resolve("scripts/a.jshell"), "int theirs = mine + 1;");
        Files.writeString(folder.resolve("scripts/b.jshell"), "int broken = nothing;");
        Files.createDirectories(folder.resolve("classes"));
        Files.writeString(folder.resolve("classes/word.txt"), "found");
        var variables =
                Map.of(
                        "IJAVA_STARTUP_SCRIPTS_PATH", folder + "/scripts/*.jshell",
                        "JJAVA_STARTUP_SCRIPT", "int last = theirs + 1;",
                        "IJAVA_CLASSPATH", folder + "/classes",
                        "JJAVA_JVM_OPTS", "-Dprobe=set -Xmx311m",
                        "IJAVA_COMPILER_OPTS", "-parameters");
        try (var kernel = LiveKernel.in(folder, variables)) {
            var first = kernel.run("mine + theirs + last");
            assertThat(first.text()).isEqualTo("6");
            assertThat(first.stderr())
                    .contains("b.jshell failed, and the cells go on without it:")
                    .contains("b.jshell, line 1");
            assertThat(first.executionCount()).isEqualTo(1);
            assertThat(
                            kernel.value(
                                    "System.getProperty(\"probe\") + (Runtime.getRuntime().maxMemory() >> 20)"))
                    .startsWith("set31");
            assertThat(
                            kernel.value(
                                    "new String(ClassLoader.getSystemResourceAsStream(\"word.txt\").readAllBytes())"))
                    .isEqualTo("found");
            assertThat(
                            kernel.value(
                                    "class Named { void run(int number) {} }\n"
                                            + "Named.class.getDeclaredMethods()[0].getParameters()[0].getName()"))
                    .isEqualTo("number");
        }
    }

    @Test
    void aCellThatTakesTooLongIsEnded() {
        try (var kernel = LiveKernel.in(folder, Map.of("IJAVA_TIMEOUT", "2 SECONDS"))) {
            assertThat(kernel.value("int kept = 1;\nkept")).isEqualTo("1");
            assertThat(kernel.failure("while (true);"))
                    .startsWith("Timeout: the cell took longer than 2000 ms and was ended");
            assertThat(kernel.value("kept")).isEqualTo("1");
        }
    }
}
