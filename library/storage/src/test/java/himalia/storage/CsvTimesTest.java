package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;

/** Dates and times of a CSV file are what they were, or texts as they are written. */
class CsvTimesTest {
    @TempDir private Path folder;

    private Table read(String content, CsvOptions options) throws IOException {
        var file = Files.writeString(folder.resolve("t.csv"), content);
        return Storage.read(file, options);
    }

    private static CsvOptions dates(String format) {
        return CsvOptions.defaults().dateFormat(format);
    }

    @Test
    void aDateHasTheWidthsOfItsFormat() throws IOException {
        var table =
                read(
                        "d,n,k,s\n01022024,1012024,5,010224\n31122024,31122024,12,311224\n",
                        dates("ddMMyyyy"));
        assertThat(table.dateColumn("d").asList())
                .containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 12, 31));
        assertThat(table.intColumn("n").asList()).containsExactly(1_012_024, 31_122_024);
        assertThat(table.intColumn("k").asList()).containsExactly(5, 12);
        assertThat(table.stringColumn("s").asList()).containsExactly("010224", "311224");
        var close = read("t,u\n1/2/2024 1030,01/02/24 1030\n", dates("dd/MM/yyyy HHmm"));
        assertThat(close.dateTimeColumn("t").get(0))
                .isEqualTo(LocalDateTime.of(2024, 2, 1, 10, 30));
        assertThat(close.stringColumn("u").get(0)).isEqualTo("01/02/24 1030");
        var named = read("d;x\nJan 5, 2024;1\n", dates("MMM d, yyyy"));
        assertThat(named.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2024, 1, 5));
    }

    @Test
    void aFormatSaysEachPartOnce() {
        assertThatThrownBy(() -> dates("dd/MM/yyyy HH:MM"))
                .hasMessage(
                        "the date format 'dd/MM/yyyy HH:MM' has the month twice in it; MM is the month, mm are minutes");
        assertThatThrownBy(() -> dates("dd/MM/yyyy d"))
                .hasMessage("the date format 'dd/MM/yyyy d' has the day twice in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.tsv", "t.jsonl"})
    void anInstantComesBackAsOne(String name) throws IOException {
        var times =
                List.of(
                        Instant.parse("2024-01-01T10:00:00Z"),
                        Instant.parse("1960-01-01T10:00:00.250Z"));
        var table = Table.create(InstantColumn.create("at", times));
        var file = folder.resolve(name);
        Storage.write(table, file);
        assertThat(file).content().contains("2024-01-01T10:00:00Z");
        assertThat(Storage.read(file).instantColumn("at").asList()).isEqualTo(times);
        var arrow = folder.resolve("t.arrow");
        Storage.convert(file, arrow);
        assertThat(Storage.read(arrow).instantColumn("at").asList()).isEqualTo(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01 10:00:00.123456\n2024-01-01 11:00",
                "12:30\n12:30:00.123456",
                "2024-01-01T10:00:00.123456Z\n2024-01-01T10:00Z",
                "1.10\n12345678901234567.5"
            })
    void whatATableCutsStaysAsItIsWrittenAndFilesKeepIt(String values) throws IOException {
        var text = "x,n\n" + values.replaceAll("(?m)$", ",1") + "\n";
        assertThat(read(text, CsvOptions.defaults()).stringColumn("x").asList())
                .isEqualTo(values.lines().toList());
        var other = folder.resolve("other.tsv");
        Storage.convert(folder.resolve("t.csv"), other);
        assertThat(other).hasContent(text.replace(',', '\t'));
    }

    @Test
    void durationsAreNoTimesOfTheDay() throws IOException {
        var json = Files.writeString(folder.resolve("d.jsonl"), "{\"d\":\"PT1H30M\"}\n");
        Storage.convert(json, folder.resolve("d.csv"));
        assertThat(Storage.read(folder.resolve("d.csv")).column("d").type())
                .isEqualTo(ColumnType.STRING);
    }
}
