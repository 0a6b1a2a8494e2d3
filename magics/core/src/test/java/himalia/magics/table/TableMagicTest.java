package himalia.magics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Displayable;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class TableMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table table = Table.create("t", IntColumn.create("x", 3, 1, 2, 5, 4));

    private String shown(Object... words) throws Exception {
        return ((Displayable) catalog.line(notebook, "table", List.of(words))).bundle().text();
    }

    @Test
    void aTableIsShownInTheOrderAndSizeAskedFor() throws Exception {
        var large = new Value("large", table.intColumn("x").isGreaterThan(1));
        var text = shown(new Value("t", table), "--sort=-x", "--where", large, "--rows", "2");
        assertThat(text)
                .isEqualTo(
                        """
                        t
                             x
                           int
                        3    5
                        ⋮    ⋮
                        2    2
                        4 rows × 1 column (2 × 1 shown)""");
    }

    @Test
    void aColumnMayHaveAnyNameThatALineCanOrderBy() throws Exception {
        for (var name : List.of("v", "h", "-v", "")) {
            var any = Table.create("t", IntColumn.create("x", 3, 1));
            any.column("x").setName(name.isEmpty() ? "rows" : name);
            var asked = "--sort=-" + any.column(0).name();
            assertThat(shown(new Value("t", any), asked)).startsWith(shown(new Value("t", any)));
        }
    }

    @Test
    void aSummaryTellsOfEachColumn() throws Exception {
        assertThat(shown(new Value("t", table), "--summary")).contains("distinct", "median");
    }

    @Test
    void aSummaryTakesNothingThatIsAboutRows() {
        for (var words :
                List.of(
                        List.of("--interactive"),
                        List.of("--sort=-x"),
                        List.of("--heat", "x"),
                        List.of("--bars", "x"))) {
            var all = new ArrayList<Object>(List.of(new Value("t", table), "--summary"));
            all.addAll(words);
            assertThatThrownBy(() -> shown(all.toArray()))
                    .hasMessage(
                            "%table: --summary tells of the columns of the whole table, and "
                                    + words.get(0).replaceFirst("=.*", "")
                                    + " is about its rows; leave one of them out");
            all.add("--java");
            assertThatThrownBy(() -> shown(all.toArray())).hasMessageContaining("leave one");
        }
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertThatThrownBy(() -> shown(new Value("t", table), "--heat", "y"))
                .hasMessageContaining("no column 'y'");
    }

    @Test
    void rowsOfRecordsOrMapsAreATable() throws Exception {
        record Person(String name, int age) {}
        var people = List.of(new Person("Ann", 30), new Person("Bo", 40));
        assertThat(shown(new Value("people", people), "--sort=-age"))
                .isEqualTo(
                        """
                        Person
                           name    age
                           String  int
                        1  Bo       40
                        0  Ann      30
                        2 rows × 2 columns""");
        assertThat(shown(new Value("rows", List.of(Map.of("x", 1))))).contains("1 row × 1 column");

        catalog.line(notebook, "table", List.of(new Value("people", people), "--java"));
        assertThat(notebook.shown()).containsExactly("TableView.of(Tables.of(people))");
    }

    @Test
    void rowsThatMakeNoTableSayWhy() {
        var mixed = List.of(Map.of("x", 1), Map.of("x", "a"));
        assertThatThrownBy(() -> shown(new Value("mixed", mixed)))
                .hasMessageContaining("key 'x' holds whole numbers in row 0 (1)");
        assertThatThrownBy(() -> shown(new Value("words", List.of("a"))))
                .hasMessageContaining("takes a Table, but 'words' is");
    }
}
