package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.MagicIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The project of {@code docs/snippets/their-magics}, built as its {@code pom.xml} builds it: its jar works as ours do. */
@Tag("kernel")
@Timeout(120)
class TheirJarTest {
    private static final Path PROJECT = Path.of("..", "docs", "snippets", "their-magics");

    @TempDir private static Path folder;

    @BeforeAll
    static void build() throws Exception {
        var classes = Files.createDirectory(folder.resolve("classes"));
        copy(PROJECT.resolve("src/main/resources"), classes);
        compile(classes);
        writeIndex(classes);
        zip(classes, folder.resolve("their-magics-1.jar"));
    }

    private static void compile(Path classes) throws IOException {
        var words = new ArrayList<>(List.of("--release", "17", "-d", classes.toString(), "-cp"));
        words.add(System.getProperty("java.class.path"));
        try (var files = Files.walk(PROJECT.resolve("src/main/java"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        }
        var nowhere = OutputStream.nullOutputStream();
        var compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(null, nowhere, System.err, words.toArray(String[]::new));
        assertThat(status).as("the example compiles").isZero();
    }

    /** As the plugin in its {@code pom.xml} does: with the project's own classes, and what they need. */
    private static void writeIndex(Path classes) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, MagicIndex.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            MagicIndex.main(
                    new String[] {classes.resolve("META-INF/himalia/magics.json").toString()});
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void zip(Path root, Path jar) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    @Test
    void itsMagicsRendererAndImportsAreThereOnceItIs() {
        try (var kernel = LiveKernel.in(folder)) {
            assertThat(kernel.failure("%fahrenheit 20")).contains("no magic %fahrenheit");
            assertThat(kernel.failure("new Temperature(2)")).contains("Temperature");

            kernel.value("%jars their-magics-1.jar");
            assertThat(kernel.value("%fahrenheit 20")).isEqualTo("68.0");
            assertThat(
                            kernel.value(
                                    "var all = %lsmagic;\nall.toString().contains(\"%fahrenheit\")"))
                    .isEqualTo("true");
            assertThat(kernel.complete("%fahr").texts("matches")).containsExactly("%fahrenheit");
            assertThat(kernel.complete("%fahrenheit --r").texts("matches")).contains("--round");
            assertThat(kernel.failure("%fahrenheit -300")).contains("-300.0 is below -273.15");
            assertThat(kernel.value("new Temperature(2)")).isEqualTo("2.0 °C");

            kernel.value("%reset --class-path");
            assertThat(kernel.failure("new Temperature(2)")).contains("Temperature");
        }
    }

    @Test
    void itsAlgorithmIsOneMoreForTrain() throws IOException {
        assertThat(folder.resolve("classes/META-INF/himalia/magics.json"))
                .content()
                .contains("\"stumps\"")
                .doesNotContain("\"xgboost\"");
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value(
                    "Table rows = Table.create(DoubleColumn.create(\"x\", 1, 2, 3, 4), StringColumn.create(\"y\", \"a\", \"b\", \"a\", \"b\"));");
            assertThat(kernel.failure("%train stumps --label y rows"))
                    .contains("no algorithm 'stumps'", "rus-boost, sgd, stacking, tree");

            kernel.value("%jars their-magics-1.jar");
            assertThat(
                            kernel.value(
                                    """
                                    TrainedModel model = %train --trees 3 stumps --label y --seed 7 rows
                                    model.trainer().equals(new GradientBoosting(3, 1, 0.3, 1, false, 7))"""))
                    .isEqualTo("true");
            assertThat(kernel.complete("%train stu").texts("matches")).containsExactly("stumps");
            assertThat(kernel.complete("%train stumps --").texts("matches"))
                    .contains("--trees", "--label", "--seed")
                    .doesNotContain("--rounds");
            assertThat(kernel.displays("%train --help").get(0))
                    .contains("stumps ", "Boosted trees that ask one question each.", "xgboost");
            assertThat(kernel.displays("%train stumps --help").get(0)).contains("--trees");
            assertThat(kernel.failure("%train xgboost --trees 3 --label y rows"))
                    .contains(
                            "%train xgboost: no option '--trees'; that is for balanced-forest,",
                            ", stumps, ");
            assertThat(
                            kernel.value(
                                    "var all = %lsmagic;\nall.toString().contains(\"%train stumps\")"))
                    .isEqualTo("true");
        }
    }
}
