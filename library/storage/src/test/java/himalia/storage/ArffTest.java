package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class ArffTest {
    @TempDir private Path folder;

    private Table read(String header, String... rows) throws IOException {
        var text = "@relation r\n" + header + "\n@data\n" + String.join("\n", rows) + "\n";
        return Storage.read(Files.writeString(folder.resolve("a.arff"), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.arff", "t.arff.gz", "t.arff.zst"})
    void aTableComesBackAsItWas(String name) throws IOException {
        var table =
                Tables.of(
                        List.of(
                                Arrays.asList(
                                        1,
                                        2.5,
                                        5_000_000_000L,
                                        true,
                                        "it's 50%, \"ü\"\n\\\t",
                                        "true",
                                        LocalDate.of(2024, 2, 29),
                                        LocalDateTime.of(2024, 1, 1, 1, 2, 3, 4_000_000),
                                        LocalTime.of(1, 2, 3, 4_000_000),
                                        Instant.parse("1969-12-31T23:59:59.999Z")),
                                Arrays.asList(
                                        -1, null, 7L, false, "?", "false", null, null, null, null),
                                Arrays.asList(
                                        null, 1e-300, null, null, null, null, null, null, null,
                                        null)),
                        "i",
                        "d",
                        "l",
                        "flag",
                        "it's",
                        "words",
                        "day",
                        "at",
                        "clock",
                        "moment");
        var file = folder.resolve(name);

        Storage.write(table, file);

        var back = Storage.read(file);
        assertThat(back.types()).isEqualTo(table.types());
        assertThat(Tables.maps(back)).isEqualTo(Tables.maps(table));
    }

    /** Java's patterns take these for ends of lines, and no reader of lines does. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u2028b", "a\u2029b", "a\u0085b", "u\\u2028\u2028"})
    void separatorsWithinTextsStay(String text) throws IOException {
        var file = folder.resolve("u.arff");
        Storage.write(Tables.of(List.of(List.of(text), List.of("q")), text + "s"), file);
        var back = Storage.read(file);
        assertThat(back.columnNames()).containsExactly(text + "s");
        assertThat(back.stringColumn(0).asList()).containsExactly(text, "q");
    }

    @Test
    void fewWordsAreListedAndManyAreTexts() throws IOException {
        var rows = new ArrayList<List<Object>>();
        for (int row = 0; row < 101; row++) {
            rows.add(List.of(row % 2 == 0 ? "no way" : "yes", "word" + row));
        }
        var file = folder.resolve("t.arff");
        Storage.write(Tables.of(rows, "class", "key"), file);
        assertThat(Files.readString(file))
                .contains("@attribute class {'no way', yes}\n@attribute key string\n")
                .contains("\n'no way',word0\n");
    }

    @Test
    void sparseRowsLeaveOutZerosAndFirstWords() throws IOException {
        var table =
                read(
                        "@attribute x numeric\n@attribute 'y y' {a, 'b c'}\n@attribute z integer",
                        "{0 1.5, 2 7}",
                        "{1 'b c'}",
                        "{ }",
                        "{1 ?,2 ?}");
        assertThat(table.doubleColumn("x").asList()).containsExactly(1.5, 0.0, 0.0, 0.0);
        assertThat(table.stringColumn("y y").asList()).containsExactly("a", "b c", "a", "");
        assertThat(table.intColumn("z").isMissing(3)).isTrue();
        assertThat(table.intColumn("z").get(0)).isEqualTo(7);
    }

    @Test
    void wordsArePartedBySpacesTooAndHeadersMayHaveRemarks() throws IOException {
        var table =
                read(
                        "% made by hand\n@ATTRIBUTE x REAL % cm\n\n@attribute class{a,b}\n@attribute note string",
                        "% a remark", "1.5   a \"so 'it' is\"", "");
        assertThat(table.rowCount()).isEqualTo(1);
        assertThat(table.stringColumn("class").get(0)).isEqualTo("a");
        assertThat(table.stringColumn("note").get(0)).isEqualTo("so 'it' is");
    }

    @Test
    void ofOneAttributeASecondValueIsTooMany() throws IOException {
        var header = "@attribute s string";
        assertThatThrownBy(() -> read(header, "1,2"))
                .hasMessage("a.arff, line 4: 2 values where the header names 1 attribute: 1,2");
        assertThatThrownBy(() -> read(header, "3,{9}"))
                .hasMessageStartingWith("a.arff, line 4: the row has a weight");
        assertThat(read(header, "so it is").stringColumn("s").get(0)).isEqualTo("so it is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,a,x;2|a.arff, line 7: 1 value where the header names 3 attributes: 2",
                "1,a,x,9|a.arff, line 6: 4 values where the header names 3 attributes: 1,a,x,9",
                "one,a,x|a.arff, line 6: 'one' of 'n' is no number",
                "1,bb,x|a.arff, line 6: 'bb' of 'w' is none of the words that the header lists: a, b; did you mean 'b'?",
                "1,a,|a.arff, line 6: the value of 's' is empty; ? stands for one that is missing",
                "1,a,'x|a.arff, line 6: the quote that opens here is never closed: 'x",
                "1,a,'x'y|a.arff, line 6: behind the quote that closes a value stands y",
                "1,a,x,{5}|a.arff, line 6: the row has a weight, which a table has no place for: make it a column",
                "{0 1}|a.arff, line 6: the row leaves out 's', and only numbers and listed words have a value that stands for 0",
                "{3 1}|a.arff, line 6: '3' is no place among 3 attributes, counted from 0",
                "{1 a, 0 1}|a.arff, line 6: place 0 stands behind place 1, and they must grow",
                "{0 1|a.arff, line 6: the row is not closed by }: {0 1"
            })
    void whatIsWrongIsToldByLineAndValue(String rows, String message) {
        var header = "@attribute n numeric\n@attribute w {a,b}\n@attribute s string";
        assertThatThrownBy(() -> read(header, rows.split(";")))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@attribute r relational|a.arff, line 2: attribute 'r' is of type 'relational'; there are numeric, real, integer, string, date and {words, of, its, own}",
                "@attribute n numeric;@attribute N numeric|a.arff, line 3: there is an attribute 'N' already, and a table's columns differ in more than capitals",
                "n,m|a.arff, line 2: a header has lines that begin with @relation, @attribute, @data or %, and this is 'n,m'",
                "@attribute d date `dd.MM.uuuu`|a.arff, line 2: attribute 'd': its date format '`dd.MM.uuuu`' has letters that are not read here",
                "% none|a.arff, line 3: its header names no @attribute",
                "@attribute w {a,b|a.arff, line 2: the words of 'w' are not closed by }"
            })
    void headersThatSayNothingAreTold(String header, String message) {
        assertThatThrownBy(() -> read(header.replace(';', '\n'), "1"))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void whatItCannotHoldIsRefusedByName() {
        refused(9_007_199_254_740_993L, "column 'x' holds 9007199254740993 in row 0; Weka's");
        refused(Double.POSITIVE_INFINITY, "column 'x' holds Infinity in row 0; Weka reads no");
        refused(LocalDate.of(12_024, 1, 1), "years of an ARFF file have four digits");
    }

    private void refused(Object value, String message) {
        var file = folder.resolve("t.arff");
        var table = Tables.of(List.of(List.of(value)), "x");
        assertThatThrownBy(() -> Storage.write(table, file)).hasMessageContaining(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void digitsThatNoDoubleHasAreRefused() throws IOException {
        var file = folder.resolve("digits.arff");
        Files.writeString(file, "@relation r\n@attribute n integer\n@data\n9007199254740993\n");
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessageContaining("'9007199254740993' of 'n' is no double");
    }
}
