package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Quotes of a CSV file, and the lines within them. */
class CsvQuotesTest {
    @TempDir private Path folder;

    private Table read(String content) throws IOException {
        return Storage.read(Files.writeString(folder.resolve("t.csv"), content));
    }

    @Test
    void aNameMayHoldALineThatEndsOtherwiseThanTheRows() throws IOException {
        for (var end : new String[] {"\n", "\r\n"}) {
            for (var within : new String[] {"\n", "\r\n"}) {
                var table = read("\"a%1$s(€)\",c%2$s1,2%2$s3,4%2$s".formatted(within, end));
                assertThat(table.columnNames()).containsExactly("a" + within + "(€)", "c");
                assertThat(table.intColumn("c").asList()).containsExactly(2, 4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b\\n1,2\\n\"unclosed,5\\n6,7\\n|t.csv, line 3: the quote that opens here is never closed: \"unclosed,5",
                "a,b\\n\"two\\nlines\",2\\n3,\"x|t.csv, line 4: the quote that opens here is never closed: 3,\"x",
                "\"a,b\\n1,2\\n|t.csv, line 1: the quote that opens here is never closed: \"a,b",
                "a,b\\n1,2\\n3,\"x\"y\\n|t.csv, line 3: something stands behind the quote that closes a value; a quote within quotes is written twice: 3,\"x\"y"
            })
    void aQuoteThatIsNotClosedIsNamedByItsLine(String content, String message) {
        assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void aMissingCellOfASingleColumnIsNoEmptyLine() throws IOException {
        var file = folder.resolve("one.csv");
        var table = Table.create(StringColumn.create("x", "a", "", "b"));
        Storage.write(table, file);
        assertThat(file).hasContent("x\na\n\"\"\nb\n");
        assertThat(Storage.read(file).stringColumn("x").asList()).containsExactly("a", "", "b");
        Storage.convert(file, folder.resolve("two.csv"));
        assertThat(folder.resolve("two.csv")).hasSameTextualContentAs(file);
    }
}
