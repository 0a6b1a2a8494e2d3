package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completion and inspection, on the real kernel. */
@Tag("kernel")
@Timeout(60)
class EditingHelpTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(folder.resolve("data/inner"));
        Files.writeString(folder.resolve("data/rows.csv"), "a,b");
        Files.writeString(folder.resolve("data/my rows.csv"), "a,b");
        Files.writeString(folder.resolve("helper.jshell"), "int helped = 1;");
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void filesAreCompletedInTextsAndMagics() {
        assertThat(matches("Path.of(\"da")).containsExactly("data/");
        assertThat(matches("Files.readString(Path.of(\"data/r")).containsExactly("rows.csv");
        assertThat(matches("%load he")).containsExactly("helper.jshell");
        assertThat(matches("%cd data/in")).containsExactly("inner/");
        assertThat(matches("%cd data/")).containsExactly("inner/");
        assertThat(matches("%cd he")).isEmpty();
        assertThat(matches("!cat data/ro")).containsExactly("rows.csv");
        assertThat(matches("%convert data/my")).containsExactly("\"data/my rows.csv\"");
        assertThat(matches("%convert \"data/my ")).containsExactly("my rows.csv");
        assertThat(matches("Path.of(\"data/my ")).containsExactly("my rows.csv");
        assertThat(matches("%jvm --heap ")).isEmpty();
        assertThat(matches("%train xgboost --rounds ")).isEmpty();
        assertThat(matches("%maven --repository ")).isEmpty();
        assertThat(matches("%maven --lock he")).containsExactly("helper.jshell");
        var reply = kernel.complete("\"💡\" + \"data/ro");
        assertThat(reply.number("cursor_start", -1)).isEqualTo(12);
        assertThat(reply.number("cursor_end", -1)).isEqualTo(14);
    }

    @Test
    void inTheTextOfAMagicNoJavaIsOffered() {
        assertThat(matches("%%bash\ncat data/ro")).containsExactly("rows.csv");
        assertThat(matches("%%bash\necho Stri")).isEmpty();
        assertThat(matches("%%html\n<b>Stri")).isEmpty();
        assertThat(matches("%%javascript\nString.va")).isEmpty();
        assertThat(matches("%%writefile a.txt\n%ti")).isEmpty();
        assertThat(matches("%%time\nString.valueO")).isNotEmpty();
    }

    @Test
    void aFileInAnotherFolderIsCompletedAfterCd() {
        kernel.run("%cd data");
        assertThat(matches("%load ro")).containsExactly("rows.csv");
        kernel.run("%cd ..");
    }

    @Test
    void columnsAreCompletedInTextsOfCode() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        kernel.value(
                "Table people = Table.create(\"p\", DoubleColumn.create(\"age\", 1), StringColumn.create(\"full \\\"name\\\"\", \"a\"));"
                        + " Table other = Table.create(\"o\", DoubleColumn.create(\"height\", 1));");
        // The first answer may come later than anybody waits for: classes are loaded for it.
        while (!matches("people.doubleColumn(\"").contains("age")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(matches("people.doubleColumn(\"")).containsExactly("age", "full \\\"name\\\"");
        assertThat(matches("people.doubleColumn(\"ag")).containsExactly("age");
        assertThat(matches("people.stringColumn(\"full \\\"n"))
                .containsExactly("full \\\"name\\\"");
        assertThat(
                        matches(
                                "people.where(people.doubleColumn(\"age\").isGreaterThan(other.doubleColumn(\"he"))
                .containsExactly("height");
        assertThat(matches("people.joinOn(other.column(\""))
                .containsExactly("height", "age", "full \\\"name\\\"");
        assertThat(matches("people.copy().selectColumns(\"age\", \""))
                .contains("age")
                .doesNotContain("height");
        assertThat(matches("List.of(1); read().doubleColumn(\"")).contains("age", "height");
        assertThat(matches("people.write().csv(\"da")).containsExactly("data/");
        assertThat(matches("System.out.println(\"ag")).isEmpty();
        assertThat(matches("String ag = \"ag")).isEmpty();
    }

    @Test
    void tablesHaveTheirDocumentationAtOnce() {
        var said = kernel.inspect("Table.create").object("data").get("text/plain");
        assertThat(String.valueOf(said))
                .contains("Table Table.create(")
                .contains("Returns a new, empty table")
                .doesNotContain("tech.tablesaw");
    }

    @Test
    void whatTheCellDeclaresIsOfferedBeforeAllElse() {
        kernel.value("int counted = 1;");
        assertThat(matches("for (int counter = 0; counter < 3; counter++) { cou"))
                .startsWith("counter", "counted");
        assertThat(matches("List.of(1).forEach(element -> System.out.println(ele"))
                .contains("element");
        assertThat(matches("int twice(int number) { int inner = 2; return nu"))
                .startsWith("number", "null");
        assertThat(matches("whi")).containsExactly("while");
        assertThat(matches("int x = 1; // cou")).isEmpty();
    }

    @Test
    void typesThatNobodyImportedAreOffered() {
        assertThat(matches("new ArrayDe")).contains("ArrayDeque");
        assertThat(types("new ArrayDe"))
                .anySatisfy(
                        type ->
                                assertThat(type)
                                        .containsEntry("text", "ArrayDeque")
                                        .containsEntry("type", "class")
                                        .containsEntry("signature", "ArrayDeque — java.util"));
        assertThat(kernel.value("new ArrayDeque<>(List.of(1)).size()")).isEqualTo("1");
        for (var cell :
                List.of(
                        "%who\nSys",
                        "%table pets\nSys",
                        "%maven org.jsoup:jsoup\nSys",
                        "%time Sys",
                        "!ls /tmp/*\nSys")) {
            assertThat(matches(cell)).as(cell).contains("System");
        }
        assertThat(matches("new ObjectMap"))
                .contains("com.fasterxml.jackson.databind.ObjectMapper");
        assertThat(matches("Buffered")).contains("java.awt.image.BufferedImage");
        assertThat(kernel.value("new java.awt.image.BufferedImage(1, 1, 1).getWidth()"))
                .isEqualTo("1");
    }

    @Test
    void methodsAreOfferedWithTheirParameters() {
        assertThat(types("\"abc\".subs"))
                .anySatisfy(
                        type ->
                                assertThat(String.valueOf(type.get("signature")))
                                        .contains("substring(int beginIndex)"));
    }

    @Test
    void theDocumentationOfTheJdkIsShownWhereItsSourcesAre() {
        var found = kernel.inspect("\"abc\".length");
        assertThat(found.flag("found", false)).isTrue();
        var markdown = String.valueOf(found.object("data").get("text/markdown"));
        boolean sources = Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        assertThat(markdown)
                .contains("int String.length()")
                .contains(sources ? "Returns the length of this string" : "has no lib/src.zip");
    }

    /** From JDK 18 on JShell writes what a record holds behind the name of each constructor. */
    @Test
    void aConstructorOfARecordIsToldWithItsParametersAlone() {
        assertThat(kernel.markdown("new himalia.evaluation.folds.StratifiedKFold("))
                .contains("StratifiedKFold(int folds, ")
                .doesNotContain(")(");
    }

    @Test
    void insideTheArgumentsOfAMethodItIsTold() {
        for (var code : List.of("List.of(1, ", "List.of(1", "List.of(\")\", ")) {
            assertThat(kernel.markdown(code)).contains("<E> List<E> List.of(E e1)");
        }
        for (var above : List.of("%%capture said\n", "%time ", "%who\nint a = 1;\n", "!ls (\n")) {
            assertThat(kernel.markdown(above + "List.of(1, "))
                    .as(above)
                    .contains("<E> List<E> List.of(E e1)");
            assertThat(kernel.markdown(above + "\"abc\".length"))
                    .as(above)
                    .contains("int String.length()");
        }
        assertThat(kernel.markdown("%time ")).contains("%time model.fit(train)");
        assertThat(kernel.markdown("Map.of(\"a\", ")).contains("<K, V> Map<K,V> Map.of(");
        kernel.value("/** Twice as much. */\nint twofold(int n) { return 2 * n; }");
        assertThat(kernel.markdown("List.of(twofold(3"))
                .isEqualTo("```java\nint twofold(int n)\n```\n\nTwice as much.");
        assertThat(kernel.markdown("java.util.Map")).startsWith("```java\njava.util.Map<K, V>\n");
        assertThat(kernel.markdown("new int[]{1, ")).isEqualTo("nothing found");
    }

    private static List<String> matches(String code) {
        return kernel.complete(code).texts("matches");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> types(String code) {
        Fields reply = kernel.complete(code);
        return (List<Map<String, Object>>)
                reply.object("metadata").get("_jupyter_types_experimental");
    }
}
