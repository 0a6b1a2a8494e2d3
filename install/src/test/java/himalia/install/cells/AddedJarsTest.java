package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jars of the user's that come between cells: what was there stays, and what they bring is used. */
@Tag("kernel")
@Timeout(120)
class AddedJarsTest {
    @TempDir private static Path folder;

    @BeforeAll
    static void make() throws IOException {
        jar(
                "greeter.jar",
                Map.of(),
                "org.example.Greeter",
                "package org.example;\n"
                        + "public class Greeter { public static int number() { return 7; } }\n");
        jar(
                "pets.jar",
                Map.of("META-INF/services/himalia.display.bundle.Renderer", "pets.CatRenderer\n"),
                "pets.CatRenderer",
                "package pets;\n"
                        + "import himalia.display.bundle.*;\n"
                        + "public class CatRenderer implements Renderer<CatRenderer.Cat> {\n"
                        + "    public static class Cat {}\n"
                        + "    public Class<Cat> type() { return Cat.class; }\n"
                        + "    public MimeBundle render(Cat cat) { return MimeBundle.plain(\"a cat\").html(\"<b>cat</b>\"); }\n"
                        + "}\n");
        jar(
                "made-of-ours.jar",
                Map.of(),
                "org.example.Made",
                "package org.example;\n"
                        + "public class Made extends org.apache.commons.math3.distribution.NormalDistribution {\n"
                        + "    private final double[] values;\n"
                        + "    public Made(double... values) { this.values = values; }\n"
                        + "    public Made(tech.tablesaw.columns.Column<?> column) { this(); }\n"
                        + "    public int size() { return values.length; }\n"
                        + "}\n");
        jar(
                "repr.jar",
                Map.of(),
                "jupyter.Displayers",
                "package jupyter;\n"
                        + "public class Displayers {\n"
                        + "    public static java.util.Map<String, String> display(Object value) {\n"
                        + "        return java.util.Map.of(\"text/html\", \"<i>repr</i>\", \"text/plain\", \"repr\");\n"
                        + "    }\n}\n");
    }

    @Test
    void aJarIsAddedInTheWordsOfBeakerX() {
        try (var kernel = LiveKernel.in(folder)) {
            assertThat(
                            kernel.value(
                                    "%classpath add jar greeter.jar;\nimport org.example.Greeter;\nGreeter.number()"))
                    .isEqualTo("7");
            assertThat(kernel.failure("%classpath add greeter.jar"))
                    .contains("add jar FILE or add mvn GROUP ARTIFACT VERSION");
            assertThat(kernel.failure("%classpath add jar none.jar")).contains("there is no ");
        }
    }

    @Test
    void variablesKeepTheirValuesWhenAJarComesBetweenCells() {
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value(
                    "int kept = 1;\nvar list = new ArrayList<Integer>(List.of(1));\n"
                            + "int sum(int n) { return n + kept; }\nrecord Point(int x) {}\nvar point = new Point(3);");
            kernel.value("kept = 41; list.add(2);");
            assertThat(kernel.value("%jars greeter.jar;\nsum(1) + point.x()")).isEqualTo("45");

            // Methods that change see the jar; what others hold stays.
            kernel.value("int sum(int n) { return n + kept + org.example.Greeter.number(); }");
            assertThat(kernel.value("sum(1)")).isEqualTo("49");
            assertThat(kernel.value("kept + \" \" + list + \" \" + point"))
                    .isEqualTo("41 [1, 2] Point[x=3]");
            kernel.value("int other(int n) { return sum(n) * 2; }");
            kernel.value("int sum(int n) { return n; }");
            assertThat(kernel.value("other(5)")).isEqualTo("10");
            assertThat(kernel.value("kept")).isEqualTo("41");
        }
    }

    @Test
    void aTypeDeclaredAnewTellsWhichVariablesItTakes() {
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value("record Point(int x) {}\nvar point = new Point(3);\nint kept = 5;");
            kernel.value("%jars greeter.jar;");
            var result = kernel.run("record Point(int x, int y) {}\norg.example.Greeter.number()");
            assertThat(result.text()).isEqualTo("7");
            assertThat(result.stderr())
                    .isEqualTo(
                            "point is null now, because Point changed: what it held goes with the old Point. Run the cell that sets point again.\n");
            assertThat(kernel.value("kept")).isEqualTo("5");
        }
    }

    @Test
    void aRendererOfAnAddedJarShowsItsValues() {
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value("1 + 1");
            var shown = kernel.run("%jars pets.jar;\nnew pets.CatRenderer.Cat()");
            assertThat(shown.value())
                    .isEqualTo(Map.of("text/plain", "a cat", "text/html", "<b>cat</b>"));
        }
    }

    @Test
    void jvmReprShowsValuesWhetherItsJarCameLaterOrWasThereFromTheStart() {
        var shown = Map.of("text/plain", "repr", "text/html", "<i>repr</i>");
        try (var kernel = LiveKernel.in(folder)) {
            assertThat(kernel.run("new Object() {}").value()).hasSize(1);
            assertThat(kernel.run("%jars repr.jar;\nnew Object() {}").value()).isEqualTo(shown);
        }
        var fromTheStart = Map.of("HIMALIA_CLASSPATH", folder.resolve("repr.jar").toString());
        try (var kernel = LiveKernel.in(folder, fromTheStart)) {
            assertThat(kernel.run("new Object() {}").value()).isEqualTo(shown);
        }
    }

    @Test
    void aClassMadeOfLibrariesThatNoCellNamedIsCompiledAgainst() {
        var code = "new org.example.Made(1, 2).size()";
        // The second form goes to JShell.
        var inPieces = "int a() { return b(); }\nint b() { return " + code + "; }\na()";
        for (var each : List.of(code, inPieces)) {
            try (var kernel = LiveKernel.in(folder)) {
                kernel.value("%jars made-of-ours.jar");
                assertThat(kernel.value(each)).isEqualTo("2");
                assertThat(kernel.value("new org.example.Made(1, 2).density(0) < 1"))
                        .isEqualTo("true");
            }
        }
    }

    @Test
    void aJarThatIsThereFromTheStartMayBeMadeOfOurLibrariesToo() {
        var jar = Map.of("HIMALIA_CLASSPATH", folder.resolve("made-of-ours.jar").toString());
        try (var kernel = LiveKernel.in(folder, jar)) {
            assertThat(kernel.value("new org.example.Made(1, 2).size()")).isEqualTo("2");
            assertThat(kernel.value("new org.example.Made(1, 2).density(0) < 1")).isEqualTo("true");
        }
    }

    @Test
    void thatAnnotationProcessorsDoNotRunIsToldOnceForEachJar() throws IOException {
        jar(
                "getters.jar",
                Map.of(
                        "META-INF/services/javax.annotation.processing.Processor",
                        "org.example.GetterProcessor\n"),
                "org.example.Getters",
                "package org.example;\npublic @interface Getters {}\n");
        try (var kernel = LiveKernel.in(folder)) {
            assertThat(kernel.run("%jars getters.jar").stderr())
                    .isEqualTo(
                            "getters.jar has annotation processors, and cells are compiled without any: what its"
                                    + " annotations make in a project (getters, builders, implementations) is not made"
                                    + " here. Write it in the cell (a record has its getters), or compile the classes in"
                                    + " a project and add them with %classpath target/classes.\n");
            assertThat(kernel.run("%jars getters.jar").stderr()).isEmpty();
            var result = kernel.run("@org.example.Getters record P(int x) {}\nnew P(3).x()");
            assertThat(result.text()).isEqualTo("3");
            assertThat(result.stderr()).isEmpty();
        }
    }

    @Test
    void anEngineThatAJarBringsDoesNotTakeThePlaceOfOurs() throws IOException {
        jar(
                "engine.jar",
                Map.of("META-INF/services/ai.djl.engine.EngineProvider", "old.Engines\n"),
                "old.Engines",
                "package old;\n"
                        + "public class Engines implements ai.djl.engine.EngineProvider {\n"
                        + "    public String getEngineName() { return \"Old\"; }\n"
                        + "    public int getEngineRank() { return 0; }\n"
                        + "    public ai.djl.engine.Engine getEngine() { throw new IllegalStateException(\"no native code\"); }\n"
                        + "}\n");
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value("%jars engine.jar");
            assertThat(
                            kernel.value(
                                    "ai.djl.engine.Engine.getAllEngines().contains(\"Old\") + \" \" + ai.djl.engine.Engine.getDefaultEngineName()"))
                    .isEqualTo("true PyTorch");
        }
    }

    /** Makes a jar of one class, what is nested in it, and texts. */
    private static void jar(String name, Map<String, String> texts, String type, String source)
            throws IOException {
        var work = Files.createTempDirectory(folder, "jar");
        var java = work.resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, source);
        var options = List.of("--release", "17", "-cp", System.getProperty("java.class.path"));
        var words = new ArrayList<>(options);
        words.add(java.toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new))
                != 0) {
            throw new IllegalArgumentException("the source of " + type + " does not compile");
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)));
                var files = Files.walk(work)) {
            for (var file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                zip.putNextEntry(new ZipEntry(work.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes());
            }
        }
    }
}
