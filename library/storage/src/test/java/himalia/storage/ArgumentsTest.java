package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What is said to arguments that are none. */
class ArgumentsTest {
    @TempDir private Path folder;

    private static void refuses(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void aColumnWithoutANameIsRefusedWhereFilesNeedOne() {
        var table = Table.create("t", IntColumn.create("x", 1), IntColumn.create("", 1));
        var told =
                "column 2 of 2 has no name, and each needs one %s: give it one, table.column(1).setName(\"a\")";
        var file = told.formatted("in such a file");
        for (var ending : new String[] {"csv", "parquet", "json", "jsonl", "avro", "xlsx"}) {
            var to = folder.resolve("x." + ending);
            assertThatThrownBy(() -> Storage.write(table, to)).hasMessage(file);
            assertThat(to).doesNotExist();
        }
        for (var ending : new String[] {"jsonl", "avro"}) {
            var to = folder.resolve("rows." + ending);
            assertThatThrownBy(() -> RowStore.create(to, table)).hasMessage(file);
            assertThat(to).doesNotExist();
        }
        assertThatThrownBy(() -> TableLayout.of(table))
                .hasMessage(told, "where rows lie in a file");
    }

    @Test
    void aColumnWithoutANameIsKeptWhereFilesDoWithoutOne() throws IOException {
        var table = Table.create("t", IntColumn.create("label", 1, 2), IntColumn.create("", 3, 4));
        for (var ending : new String[] {"arrow", "svm", "arff", "npy"}) {
            var to = folder.resolve("x." + ending);
            Storage.write(table, to);
            assertThat(Storage.read(to).columnNames()).containsExactly("label", "");
        }
        var arrow = folder.resolve("x.arrow");
        var avro = folder.resolve("x.avro");
        assertThatThrownBy(() -> Storage.convert(arrow, avro))
                .hasMessageStartingWith("column 2 of 2 has no name");
        assertThat(avro).doesNotExist();
    }

    @Test
    void aTableWithoutColumnsIsNotWritten() {
        for (var name : new String[] {"x.csv", "x.parquet", "x.arrow", "x.avro", "x.json"}) {
            refuses(
                    "table 'empty' has no columns, so there is nothing to write to " + name,
                    () -> Storage.write(Table.create("empty"), folder.resolve(name)));
            assertThat(folder.resolve(name)).doesNotExist();
        }
    }

    @Test
    void whatIsNullIsNamed() {
        var table = Table.create(IntColumn.create("a", 1));
        var options = CsvOptions.defaults();
        var noFile = "file is null; name a file, such as train.csv";
        refuses(noFile, () -> Storage.read((String) null));
        refuses(noFile, () -> Storage.read((Path) null));
        refuses(noFile, () -> Storage.read((String) null, options));
        refuses(noFile, () -> Storage.read((Path) null, options));
        refuses(noFile, () -> Storage.write(table, (String) null));
        refuses(noFile, () -> Storage.write(table, (Path) null));
        refuses(noFile, () -> Storage.convert(null, Path.of("a.csv")));
        refuses(noFile, () -> Storage.convert(Path.of("a.csv"), null));
        refuses(
                "table is null; name the table to write",
                () -> Storage.write(null, folder.resolve("a.csv")));
        refuses("options is null; take CsvOptions.defaults()", () -> Storage.read("a.csv", null));
        refuses(
                "options is null; take CsvOptions.defaults()",
                () -> Storage.convert("a.csv", "b.csv", (CsvOptions) null));
        refuses("result is null; give that of a query", () -> Storage.read((ResultSet) null));
        refuses(
                "dateFormat is null; write one, such as dd.MM.yyyy",
                () -> options.dateFormat(null));
        refuses("encoding is null; name one, such as ISO-8859-1", () -> options.encoding(null));
        refuses(
                "missing is null; name texts, such as NA; an empty one is missing anyway",
                () -> options.missing((String[]) null));
        refuses(
                "a mark of missing is null; name texts, such as NA; an empty one is missing anyway",
                () -> options.missing("NA", null));
    }
}
