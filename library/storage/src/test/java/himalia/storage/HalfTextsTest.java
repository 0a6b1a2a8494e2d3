package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Half of a pair of characters is no text that a database holds: its bytes would be those of a question mark. */
class HalfTextsTest {
    private static final String TOLD =
            "column 'word' holds half of a character in row 1, which no file holds: its text was cut within a pair; cut it with offsetByCodePoints";

    @TempDir private Path folder;

    private static Table halves() {
        return Table.create("half", StringColumn.create("word", List.of("a😀", "b\ud83d")));
    }

    @Test
    void aTableIsRefusedInOneLineAndTheDatabaseIsAsItWas() {
        try (var sql = Sql.open()) {
            assertThatThrownBy(() -> sql.with("half", halves()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(TOLD);
            assertThatThrownBy(() -> sql.write("half", halves()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(TOLD);
            assertThat(sql.query("show all tables").rowCount()).isZero();
            sql.with("whole", Table.create("t", IntColumn.create("x", new int[] {1})));
            assertThat(sql.query("select x from whole").intColumn(0).get(0)).isEqualTo(1);
        }
    }

    @Test
    void aTransactionThatIsOpenIsToldTheSame() {
        try (var sql = Sql.open()) {
            sql.run("begin", List.of());
            assertThatThrownBy(() -> sql.with("half", halves())).hasMessage(TOLD);
            assertThat(sql.undo()).isTrue();
        }
    }

    @Test
    void aValueIsNoQuestionMark() throws IOException {
        var told = "a text with half of a character cannot be handed to a database: ";
        try (var sql = Sql.open()) {
            assertThat(sql.query("select length(?) n", "a😀").get(0, 0)).hasToString("2");
            assertThatThrownBy(() -> sql.query("select ? as x", "b\ud83d"))
                    .hasMessageStartingWith(told);
            assertThatThrownBy(() -> sql.query("select ? as x, ? as y", 1, "\ude00b"))
                    .hasMessageStartingWith(told)
                    .hasMessageEndingWith("; it is value 2 of 2");
        }
        var lite = Files.createFile(folder.resolve("x.sqlite"));
        try (var sql = Sql.open(lite.toString())) {
            assertThatThrownBy(() -> sql.query("select ? as x", "b\ud83d"))
                    .hasMessageStartingWith(told);
        }
    }

    @Test
    void aWarehouseSaysWhatFilesSay() {
        var elt = Elt.into(folder.resolve("w.duckdb")).load("half", halves());
        assertThatThrownBy(elt::run).isInstanceOf(IOException.class).hasMessage(TOLD);
    }
}
