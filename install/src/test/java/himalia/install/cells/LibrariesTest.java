package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code %maven} on the real kernel, with a repository and settings of its own. */
@Tag("kernel")
@Timeout(120)
class LibrariesTest {
    /** Of the same name as a library that is there from the start. */
    private static final String CLASHING = "org.apache.commons:commons-math3:99";

    /** The version of Tablesaw that is there from the start. */
    private static final String LOADED = "0.44.4";

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        var repository = new FolderRepository(folder.resolve("remote"));
        repository.add(
                "org.example:greeter:1.0",
                "org.example.Greeter",
                """
                package org.example;
                /** Greets people, <b>politely</b>. */
                public class Greeter {
                    /**
                     * Says {@code hello} to somebody.
                     *
                     * @param who whom to greet
                     */
                    public static String greet(String who) { return "hello " + who; }
                }
                """);
        repository.add(
                CLASHING,
                "org.apache.commons.math3.stat.StatUtils",
                "package org.apache.commons.math3.stat;\n"
                        + "public class StatUtils { public static String who() { return \"mine\"; } }\n");
        for (var version : List.of("0.38.1", LOADED)) {
            repository.add(
                    "tech.tablesaw:tablesaw-globe:" + version,
                    "<dependencies><dependency><groupId>tech.tablesaw</groupId>"
                            + "<artifactId>tablesaw-core</artifactId><version>"
                            + version
                            + "</version></dependency></dependencies>",
                    "tech.tablesaw.globe.Globe",
                    "package tech.tablesaw.globe;\npublic class Globe { public static String version() { return \""
                            + version
                            + "\"; } }\n");
        }
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>"
                        + folder.resolve("local")
                        + "</localRepository><mirrors><mirror><id>near</id><mirrorOf>*,!slow</mirrorOf><url>"
                        + folder.resolve("remote").toUri()
                        + "</url></mirror></mirrors></settings>");
        kernel =
                LiveKernel.in(
                        folder,
                        Map.of(
                                "HIMALIA_MAVEN_SETTINGS",
                                folder.resolve("settings.xml").toString()));
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void theReportIsShownBeforeTheRestOfTheCellRuns() {
        var result =
                kernel.run("%maven org.example:greeter:1.0\norg.example.Greeter.greet(\"you\")");
        assertThat(result.text()).isEqualTo("hello you");
        assertThat(kernel.displays("%maven org.example:greeter:1.0\nint after = 1;"))
                .containsExactly("nothing to add: org.example:greeter:1.0 was there already");
        assertThat(kernel.displays("%maven org.example:greeter:1.0;\nint quiet = 1;")).isEmpty();
    }

    @Test
    void theLockFileHoldsWhatWasAdded() throws IOException {
        try (var other = kernelOfItsOwn()) {
            other.value("%maven --lock deps.lock org.example:greeter:1.0");
        }
        assertThat(Files.readAllLines(folder.resolve("deps.lock")))
                .singleElement()
                .asString()
                .matches("org\\.example:greeter:jar:1\\.0 [0-9a-f]{64}");
    }

    @Test
    void anArtifactOfAFamilyThatIsLoadedIsTakenInTheLoadedVersion() {
        var exchanged =
                "added tech.tablesaw:tablesaw-globe:0.44.4\ntech.tablesaw:tablesaw-globe 0.38.1 → 0.44.4, the version of"
                        + " tech.tablesaw:tablesaw-core that is loaded here (--exact takes 0.38.1)";
        var pom =
                "%%loadFromPOM\n<dependency><groupId>tech.tablesaw</groupId><artifactId>tablesaw-globe</artifactId>"
                        + "<version>0.38.1</version></dependency>";
        var asked = "tech.tablesaw:tablesaw-globe:0.38.1";
        var version = "tech.tablesaw.globe.Globe.version()";
        for (var code : List.of("%maven " + asked, pom)) {
            try (var other = kernelOfItsOwn()) {
                assertThat(other.value(code)).isEqualTo(exchanged);
                assertThat(other.value(version)).isEqualTo("0.44.4");
            }
        }
        var exact = pom.replace("%%loadFromPOM", "%%loadFromPOM --exact");
        for (var code : List.of("%maven --exact " + asked, exact)) {
            try (var other = kernelOfItsOwn()) {
                assertThat(other.value(code)).startsWith("added " + asked + "\n");
                assertThat(other.value(version)).isEqualTo("0.38.1");
            }
        }
    }

    @Test
    void theDocumentationOfOurOwnIsShown() {
        assertThat(markdown("himalia.sampling.Smote"))
                // A newer JDK shows how it is made, an older one the type.
                .containsPattern(
                        "\\A```java\\n(himalia\\.sampling\\.Smote\\n|Smote\\(int neighbours, Strategy strategy, long seed\\)\\n)")
                .contains("Adds synthetic rows of the rare classes");
        assertThat(markdown("Progress.range(")).contains("Counts from `from` up to");
    }

    @Test
    void theDocumentationOfALibraryIsFetchedWhenAskedFor() {
        try (var other = kernelOfItsOwn()) {
            other.value("%maven org.example:greeter:1.0;");
            assertThat(other.markdown("org.example.Greeter.greet("))
                    .isEqualTo(
                            "```java\nString Greeter.greet(String who)\n```\n\n"
                                    + "No documentation is here yet: `%maven --sources org.example:greeter:1.0` fetches it.");
            assertThat(other.complete("%maven --sou").list("matches")).contains("--sources");

            assertThat(other.value("%maven --sources org.example:greeter:1.0"))
                    .isEqualTo(
                            "nothing was added\nShift+Tab shows the documentation of org.example:greeter:1.0");
            assertThat(other.markdown("org.example.Greeter.greet("))
                    .isEqualTo(
                            "```java\nString Greeter.greet(String who)\n```\n\n"
                                    + "Says `hello` to somebody.\n\n- **who**: whom to greet");
            assertThat(other.markdown("org.example.Greeter"))
                    .isEqualTo("```java\norg.example.Greeter\n```\n\nGreets people, **politely**.");
            assertThat(other.markdown("\"\".length")).doesNotContain("%maven");
        }
    }

    @Test
    void aLibraryOfTheUsersMayStandBeforeOurs() {
        var question = "org.apache.commons.math3.stat.StatUtils.who()";
        try (var other = kernelOfItsOwn()) {
            other.value("int lost = 3;\nString kept(String s) { return s + \"!\"; }");
            assertThat(other.value("%maven " + CLASHING))
                    .isEqualTo(
                            "nothing was added\norg.apache.commons:commons-math3 is loaded already, in version"
                                    + " 3.6.1; version 99 was not added beside it. For a new process in which"
                                    + " yours comes first, without the variables: %maven --first "
                                    + CLASHING);
            assertThat(other.failure(question)).contains("who");

            var result = other.run("%maven --first " + CLASHING);
            assertThat(result.text())
                    .isEqualTo(
                            "added "
                                    + CLASHING
                                    + "\n"
                                    + CLASHING
                                    + " stands before our org.apache.commons:commons-math3:3.6.1");
            assertThat(result.stderr())
                    .isEqualTo(
                            "A new process runs the cells; types, methods and imports are kept. Lost variables: lost."
                                    + " Run the cells that made them again, or all of them with %replay.\n");

            assertThat(other.value("kept(" + question + ")")).isEqualTo("mine!");
            // Both compilers see the same order: code in pieces is JShell's.
            assertThat(
                            other.value(
                                    "String a() { return b(); }\nString b() { return "
                                            + question
                                            + "; }\na()"))
                    .isEqualTo("mine");
            other.value("%jvm --restart");
            assertThat(other.value(question)).isEqualTo("mine");
            other.run(
                    "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(5000);");
            assertThat(other.value(question)).isEqualTo("mine");
            other.value("%reset");
            assertThat(other.value(question)).isEqualTo("mine");
            assertThat(other.value("%jars")).contains("commons-math3-99.jar");
            other.value("%reset --class-path");
            assertThat(other.failure(question)).contains("who");
        }
    }

    @Test
    void aLongDownloadShowsHowFarItIsAndEndsWithItsCell() throws Exception {
        var ended = new CountDownLatch(1);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    var path = exchange.getRequestURI().getPath();
                    if (path.endsWith(".pom")) {
                        var pom =
                                "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>big</artifactId><version>1</version></project>"
                                        .getBytes();
                        exchange.sendResponseHeaders(200, pom.length);
                        exchange.getResponseBody().write(pom);
                    } else if (path.endsWith(".jar")) {
                        exchange.sendResponseHeaders(200, 1L << 40);
                        try (var body = exchange.getResponseBody()) {
                            while (true) {
                                body.write(new byte[1 << 16]);
                                LockSupport.parkNanos(10_000_000);
                            }
                        } catch (IOException e) {
                            ended.countDown();
                        }
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                    }
                    exchange.close();
                });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            kernel.run("%mavenRepo slow " + url);
            var result = kernel.runUntilShown("%maven a:big:1");
            assertThat(result.ok()).isFalse();
            assertThat(result.published("display_data"))
                    .singleElement()
                    .asString()
                    .contains("kB, big-1.jar");
            ended.await();
            try (var files = Files.walk(folder.resolve("local").resolve("a"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .noneMatch(
                                name ->
                                        name.startsWith("big-1.jar")
                                                && !name.endsWith("lastUpdated"));
            }
            assertThat(kernel.value("1 + 1")).isEqualTo("2");
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static String markdown(String code) {
        return kernel.markdown(code);
    }

    private static LiveKernel kernelOfItsOwn() {
        return LiveKernel.in(
                folder,
                Map.of("HIMALIA_MAVEN_SETTINGS", folder.resolve("settings.xml").toString()));
    }
}
