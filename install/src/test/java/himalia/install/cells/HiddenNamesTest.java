package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cells declare hides no name from the Java that the kernel makes of cells, whatever they call it. */
@Tag("kernel")
@Timeout(180)
class HiddenNamesTest {
    /** What that Java names, or once named. */
    private static final List<String> NAMES =
            List.of(
                    "himalia",
                    "java",
                    "tech",
                    "REPL",
                    "Call",
                    "CurrentNotebook",
                    "Out",
                    "SqlBody",
                    "UnresolvedException",
                    "Object",
                    "String",
                    "Throwable",
                    "Void",
                    "Path",
                    "List",
                    "Table",
                    "System",
                    "Override",
                    "Exception");

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    static Stream<Arguments> declarations() {
        return NAMES.stream()
                .flatMap(
                        name ->
                                Stream.of(
                                        Arguments.of("int %s = 3;", "%s", name),
                                        Arguments.of("int %s() { return 3; }", "%s()", name),
                                        Arguments.of(
                                                "class %s { int three() { return 3; } }",
                                                "new %s().three()", name)));
    }

    @ParameterizedTest
    @MethodSource
    void declarations(String declaration, String use, String name) {
        var declared = declaration.formatted(name);
        var used = use.formatted(name);
        kernel.value(declared);
        assertThat(kernel.value("1 + 1")).isEqualTo("2");
        assertThat(kernel.value(used)).isEqualTo("3");
        assertThat(kernel.value("$ + 1")).isEqualTo("4");
        assertThat(kernel.value(used + " != 2")).isEqualTo("true");
        assertThat(kernel.value(used + ";")).isEmpty();
        assertThat(kernel.value("%time " + used)).isEqualTo("3");
        assertThat(kernel.value("%%time\nvar measured = " + used + ";\nmeasured")).isEqualTo("3");
        assertThat(kernel.value("var where = %pwd\nwhere != null")).isEqualTo("true");
        assertThat(kernel.run("!echo said").stdout()).isEqualTo("said\n");
        assertThat(kernel.run("%who").ok()).isTrue();
        kernel.value("int waits() { return later(); }");
        assertThat(kernel.failure("waits()")).contains("later()");
        kernel.value("int later() { return 5; }");
        assertThat(kernel.value("waits()")).isEqualTo("5");
        assertThat(kernel.value(declared + "\n%time " + used)).isEqualTo("3");
        assertThat(kernel.value("var last = " + used + ";\nlast")).isEqualTo("3");
        kernel.value("%reset");
        assertThat(kernel.run(used).ok()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void valuesOfClassesWithNamesOfTheLanguages(String name) {
        kernel.value("class %s { }".formatted(name));
        assertThat(kernel.value("new %s().toString()".formatted(name))).contains(name + "@");
        assertThat(kernel.value("new %s().hashCode() != 0".formatted(name))).isEqualTo("true");
        assertThat(kernel.value("var one = new %s();\none == null".formatted(name)))
                .isEqualTo("false");
        assertThat(kernel.value("class %s { }\nnew %<s() == null".formatted(name)))
                .isEqualTo("false");
        kernel.value("%reset");
    }

    static Stream<String> valuesOfClassesWithNamesOfTheLanguages() {
        return Stream.of("Object", "Throwable", "Void", "Exception");
    }
}
