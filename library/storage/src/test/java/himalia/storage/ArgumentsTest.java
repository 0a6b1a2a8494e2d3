package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        for (var name : new String[] {"x.csv", "x.parquet"}) {
            assertThatThrownBy(
                            () ->
                                    Storage.write(
                                            Table.create("t", IntColumn.create("", 1)),
                                            folder.resolve(name)))
                    .hasMessage(
                            "a column has no name, and one of such a file needs one: give it one, column.setName(\"a\")");
            assertThat(folder.resolve(name)).doesNotExist();
        }
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
