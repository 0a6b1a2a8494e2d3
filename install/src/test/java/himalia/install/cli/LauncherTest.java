package himalia.install.cli;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script, run in a copy of its own that has nothing to build. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for bash; Windows has himalia.cmd")
class LauncherTest {
    @TempDir private Path folder;

    @Test
    void itIsGoodBash() throws Exception {
        var script = Sources.root().resolve("himalia").toString();
        assertThat(run(Map.of(), List.of("bash", "-n", script))).isEqualTo("0 ");
    }

    @Test
    void aHomeThatIsNoJdkIsRefusedByName() throws Exception {
        var script = Files.copy(Sources.root().resolve("himalia"), folder.resolve("himalia"));
        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), List.of("bash", script.toString(), "list")))
                .isEqualTo(
                        """
                        2 himalia: JAVA_HOME is /nowhere, which is no JDK from 17 up with javac and jshell (a JRE has neither).
                        himalia: Point it at one, or unset it: then the newest JDK on this machine is used.
                        """);
    }

    @Test
    void aDistributionIsStartedWithItsOwnJarsThroughLinks() throws Exception {
        var home = Files.createDirectories(folder.resolve("with space"));
        Files.copy(Sources.root().resolve("himalia"), home.resolve("himalia"));
        Files.writeString(home.resolve("install.classpath"), "a.jar\nb.jar\n");
        var jdk = jdk();
        var link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("himalia"));

        var said =
                run(
                        Map.of("JAVA_HOME", jdk.toString()),
                        List.of("bash", link.toString(), "run", "a b.ipynb"));

        assertThat(said)
                .startsWith("0 ")
                .contains("[-Dhimalia.home=" + home.toRealPath() + "]\n")
                .contains(
                        "["
                                + home.toRealPath()
                                + "/lib/a.jar:"
                                + home.toRealPath()
                                + "/lib/b.jar]\n")
                .endsWith("[himalia.install.cli.Himalia]\n[run]\n[a b.ipynb]\n");
    }

    @Test
    void aBuildTakesTheCachesOfTheJarsBeforeAway() throws Exception {
        var root = Files.createDirectories(folder.resolve("tree"));
        var script = Files.copy(Sources.root().resolve("himalia"), root.resolve("himalia"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        var cache = Files.createDirectories(root.resolve("install/target/himalia/cache"));
        for (var name : List.of("kernel-25-a.aot", "worker-25-a.jsa", "packages-25-a")) {
            Files.writeString(cache.resolve(name), "old");
        }
        var tools = Files.createDirectories(folder.resolve("tools"));
        tool(tools.resolve("mvn"), "exit 1");

        var said =
                run(
                        Map.of(
                                "JAVA_HOME",
                                jdk().toString(),
                                "PATH",
                                tools + ":" + System.getenv("PATH")),
                        List.of("bash", script.toString(), "list"));

        assertThat(said).startsWith("3 ").contains("the build failed");
        assertThat(cache.toFile().list()).containsExactly("packages-25-a");
    }

    private Path jdk() throws IOException {
        var jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");
        for (var name : List.of("java", "javac", "jshell")) {
            tool(jdk.resolve("bin").resolve(name), "for word in \"$@\"; do echo \"[$word]\"; done");
        }
        return jdk;
    }

    private static void tool(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
