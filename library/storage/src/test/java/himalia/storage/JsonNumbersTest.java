package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** A number that no double shows with its digits stays a text; all others are numbers. */
class JsonNumbersTest {
    @TempDir private Path folder;

    private Table read(String content) throws IOException {
        return Storage.read(Files.writeString(folder.resolve("n.jsonl"), content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567.5",
                "-0.12345678901234567890",
                "1234567890123456.7",
                "1e400",
                "-1E+400",
                "1e-400",
                "1234567890123456789012.5",
                "1.000000000000000001e5"
            })
    void keepsItsDigits(String number) throws IOException {
        var row =
                "{\"x\": %1$s, \"c\": {\"y\": [%1$s, 1.50]}, \"m\": %1$s, \"t\": \"say \\\"%1$s\\\": %1$s\", \"d\": \"2024-01-02\", \"r\": 0.1234567890123456, \"i\": 7}\n"
                        .formatted(number);
        var plain =
                "{\"x\": 1.25, \"c\": null, \"m\": \"a\", \"t\": \"b\", \"d\": null, \"r\": 2.5, \"i\": null}\n";
        var table = read(plain + row);
        assertThat(table.stringColumn("x").asList()).containsExactly("1.25", number);
        assertThat(table.stringColumn("c").get(1)).isEqualTo("{\"y\":[" + number + ",1.50]}");
        assertThat(table.stringColumn("m").asList()).containsExactly("a", number);
        assertThat(table.stringColumn("t").get(1))
                .isEqualTo("say \"%1$s\": %1$s".formatted(number));
        assertThat(table.dateColumn("d").get(1)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(table.doubleColumn("r").asList()).containsExactly(2.5, 0.1234567890123456);
        assertThat(table.longColumn("i").asList()).containsExactly(null, 7L);
        var array = folder.resolve("a.json");
        Files.writeString(array, "[\n " + plain + ",\n " + row + "]");
        assertThat(Storage.read(array).stringColumn("x").asList()).containsExactly("1.25", number);
        Files.writeString(folder.resolve("l.jsonl"), number + "\n1.5\n");
        assertThat(Storage.read(folder.resolve("l.jsonl")).stringColumn(0).asList())
                .containsExactly(number, "1.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.10000000000000001",
                "0.1000000000000000055511151231257827",
                "1.2345678901234567e+300",
                "0.30000000000000000000",
                "1E-7",
                "1.7976931348623157E308",
                "4.9E-324",
                "-0.0000000000000000000"
            })
    void ofADoubleIsADouble(String number) throws IOException {
        var table = read("{ \"x\": %s }\n{\"x\": null}\n".formatted(number));
        assertThat(table.doubleColumn("x").get(0)).isEqualTo(Double.parseDouble(number));
    }

    @Test
    void allThatJavaWritesAreDoubles() throws IOException {
        var random = new Random(42);
        var doubles =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> Double.longBitsToDouble(random.nextLong()))
                        .filter(Double::isFinite)
                        .toList();
        var table =
                read(
                        doubles.stream()
                                .map("{\"x\":\t%s}\n"::formatted)
                                .collect(Collectors.joining()));
        assertThat(table.column("x").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.doubleColumn("x").asList()).isEqualTo(doubles);
    }
}
