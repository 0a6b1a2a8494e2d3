package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class LibsvmTest {
    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.libsvm"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.libsvm", "t.svm.gz", "t.svmlight.zst"})
    void aTableComesBackWithItsNamesAndItsZeros(String name) throws IOException {
        var table =
                Tables.of(
                        List.of(
                                Arrays.asList(0, 5L, 1.5, 0.0, 0),
                                Arrays.asList(1, 5L, -0.0, null, 0),
                                Arrays.asList(1, 6L, Double.NEGATIVE_INFINITY, 1e-300, 0)),
                        "label",
                        "qid",
                        "income, net",
                        "ü#",
                        "none");
        var file = folder.resolve(name);

        var done = Storage.write(table, file);

        assertThat(done.rows()).isEqualTo(3);
        var back = Storage.read(file);
        assertThat(Checksums.of(back).differences(Checksums.of(table))).isEmpty();
        assertThat(back.columnNames()).isEqualTo(table.columnNames());
        assertThat(back.doubleColumn("income, net").getDouble(1))
                .isEqualTo(-0.0)
                .isNotEqualTo(Double.valueOf(0.0));
    }

    @Test
    void columnsByNumberNeedNoNames() throws IOException {
        var table =
                Tables.of(List.of(List.of(1, 0.0, 2), List.of(-1, 0.5, 0)), "label", "f0", "f1");
        var file = folder.resolve("t.svm");
        Storage.write(table, file);
        assertThat(file).hasContent("1 2:2\n-1 1:0.5\n");
    }

    @Test
    void noRowsAreATableToo() throws IOException {
        var file = folder.resolve("t.svm");
        Storage.write(Tables.of(List.of(List.of(1, 2)), "label", "f0").emptyCopy(), file);
        var back = Storage.read(file);
        assertThat(back.columnNames()).containsExactly("label", "f0");
        assertThat(back.rowCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1:2;x 1:2|a.libsvm, line 2: the label is no number: x",
                "1 1:2;2:3|a.libsvm, line 2: no label stands before '2:3'",
                "1,2 1:2|a.libsvm, line 1: '1,2' are several labels, and a row has one",
                "1 1:2 3|a.libsvm, line 1: '3' is no place:value",
                "1 -1:2|a.libsvm, line 1: '-1:2' is no place:value",
                "1 3:2 2:1|a.libsvm, line 1: place 2 stands behind place 3, and they must grow",
                "1 2:2 2:1|a.libsvm, line 1: place 2 stands behind place 2, and they must grow",
                "1 2:1d|a.libsvm, line 1: the value of 2 is no number: 1d",
                "1 qid:1 2:1;1 2:1|a.libsvm, line 2: it has no qid, and the rows before it have one",
                "1 2:1;1 qid:1 2:1|a.libsvm, line 2: it has a qid, and the rows before it have none",
                "1 qid:x|a.libsvm, line 1: the qid is no whole number: x"
            })
    void whatIsWrongIsToldByLineAndValue(String text, String message) throws IOException {
        var file = file(text.replace(';', '\n'));
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void aTableOfZerosThatFillsTheMemoryIsRefused() throws IOException {
        var file = file("1 999999999:1\n");
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessageStartingWith(
                        "a.libsvm would be a table of 1 rows and 999,999,999 columns");
    }

    @Test
    void otherEncodingsAreToldByLine() throws IOException {
        var file = Files.write(folder.resolve("a.libsvm"), new byte[] {'1', '\n', (byte) 0xe4});
        assertThatThrownBy(() -> Storage.read(file)).hasMessageContaining("not written in UTF-8");
    }

    @Test
    void whatItCannotHoldIsRefusedByName() {
        refused(
                Tables.of(List.of(List.of(1)), "age"),
                "no column is called 'label'; there are: age");
        refused(Tables.of(List.of(List.of(1, "Oslo")), "label", "city"), "column 'city' holds");
        refused(
                Tables.of(List.of(List.of(1, 9_007_199_254_740_993L)), "label", "key"),
                "column 'key' holds 9007199254740993 in row 0");
        refused(
                Tables.of(List.of(List.of(1, 2), Arrays.asList(null, 3)), "label", "x"),
                "column 'label' misses 1 value");
    }

    private void refused(Table table, String message) {
        var file = folder.resolve("t.libsvm");
        assertThatThrownBy(() -> Storage.write(table, file)).hasMessageContaining(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void digitsThatNoDoubleHasAreRefusedAndOthersStay() throws IOException {
        for (var line : List.of("9007199254740993 1:1", "1 1:-9007199254740993")) {
            assertThatThrownBy(() -> Storage.read(file(line + "\n")))
                    .hasMessageContaining(
                            "9007199254740993, and values of a libsvm file are doubles");
        }
        var back = Storage.read(file("9007199254740994 1:9007199254740992\n"));
        assertThat(back.longColumn("label").get(0)).isEqualTo(9_007_199_254_740_994L);
    }
}
