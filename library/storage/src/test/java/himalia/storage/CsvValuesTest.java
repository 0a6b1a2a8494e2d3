package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** No value of a CSV file becomes another one. */
class CsvValuesTest {
    @TempDir private Path folder;

    private Table read(String content, CsvOptions options) throws IOException {
        var file = Files.writeString(folder.resolve("t.csv"), content);
        return Storage.read(file.toString(), options);
    }

    private Table read(String content) throws IOException {
        return read(content, CsvOptions.defaults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890\n2",
                "9007199254740993\n1.5",
                "01067\n99999",
                "+491701234567\n+4917076543",
                "1e400\n2",
                "1e-400\n2",
                "-1e-400\n2",
                "1.2345678e-320\n2",
                "0.0000e-400\n1e-999",
                "1_000\n2",
                "03/04/2024\n04/05/2024",
                "03-04-2024\n05-06-2024",
                "25/12/2024\n12/25/2024",
                "03/04/2024 10:00\n04/05/2024 11:30",
                "25/12/24\n26/12/24",
                "2024-02-30\n2024-01-01",
                "2024-01-01T10:00:00.123456789\n2024-01-01T10:00:00",
                "2024-01-01T10:00:00+02:00\n2024-01-01T10:00:00Z",
                "12345678901234567.5\n1.5",
                "0.12345678901234567890\n1",
                "1234567890123456.7\n1",
                "+49\n+1",
                "+49\n5",
                "10:00:00\n24:00:00",
                "2024-01-01 10:00\n2024-01-01 24:00",
                "1,5\n2,5"
            })
    void whatATypeWouldChangeStaysAText(String values) throws IOException {
        var column = read("k;x\n" + values.replaceAll("(?m)$", ";1") + "\n").stringColumn("k");
        assertThat(column.asList()).isEqualTo(values.lines().toList());
    }

    /** As pandas reads it; and what is written is read again. */
    @Test
    void aZeroByteIsOneOfAText() throws IOException {
        var file = Files.writeString(folder.resolve("nul.csv"), "a,b\n\"x\0y\",1\n");
        for (var read :
                List.of(
                        Storage.read(file),
                        Storage.read(file, CsvOptions.defaults().encoding("UTF-8")))) {
            assertThat(read.stringColumn("a").asList()).containsExactly("x\0y");
            assertThat(read.intColumn("b").get(0)).isEqualTo(1);
        }
        Storage.convert(file, folder.resolve("nul.parquet")).verify();
        Storage.convert(folder.resolve("nul.parquet"), folder.resolve("again.csv")).verify();
    }

    @Test
    void numbersNearZeroAndZerosOfAnyPowerAreNumbers() throws IOException {
        assertThat(read("x\n1e-307\n0e-400\n-0.0e999\n4e-320\n").doubleColumn("x").asList())
                .containsExactly(1e-307, 0.0, -0.0, 4e-320);
    }

    @Test
    void numbersWithASignBeforeThemAreNumbers() throws IOException {
        var table = read("change,power\n+3,1e-3\n-2,+2.5\n0,.5\n");
        assertThat(table.intColumn("change").asList()).containsExactly(3, -2, 0);
        assertThat(table.doubleColumn("power").asList()).containsExactly(0.001, 2.5, 0.5);
        var large = read("x\n12345678901234567\n1e20\n100000000000000000000\n");
        assertThat(large.column("x").type()).isEqualTo(ColumnType.STRING);
        var exact = read("x\n1.5\n100000000000000000000\n-inf\n");
        assertThat(exact.doubleColumn("x").asList())
                .containsExactly(1.5, 1e20, Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatComputersWriteOfADoubleIsThatDouble() throws IOException {
        var written =
                List.of(
                        "0.1234567890123456",
                        "0.10000000000000001",
                        "1.7976931348623157e308",
                        "5.684341886080801E-14");
        var values = written.stream().map(Double::valueOf).toList();
        var first = read("x\n" + String.join("\n", written) + "\n");
        assertThat(first.doubleColumn("x").asList()).isEqualTo(values);
        var random = new Random(1).doubles(500).boxed().toList();
        // As C writes them with %.17g.
        var seventeen = new MathContext(17, RoundingMode.HALF_EVEN);
        var lines = random.stream().map(x -> x + ";" + new BigDecimal(x).round(seventeen)).toList();
        var both = read("a;b\n" + String.join("\n", lines) + "\n");
        assertThat(both.doubleColumn("a").asList()).isEqualTo(random);
        assertThat(both.doubleColumn("b").asList()).isEqualTo(random);
    }

    @Test
    void aPlusIsASignWhereOthersAreSigned() throws IOException {
        var table = read("a,b,c\n+49,+49,+3.5\n-2,+3.5,\n+1,1,NA\n");
        assertThat(table.intColumn("a").asList()).containsExactly(49, -2, 1);
        assertThat(table.doubleColumn("b").asList()).containsExactly(49.0, 3.5, 1.0);
        assertThat(table.doubleColumn("c").get(0)).isEqualTo(3.5);
    }

    @Test
    void aColumnThatChangesItsFormTwiceIsReadByAllRows() throws IOException {
        var late = "x,y\n" + "7,NA\n".repeat(500) + "7000000000,NA\n".repeat(500) + "1.5,z\n";
        var table = read(late);
        assertThat(table.doubleColumn("x").get(500)).isEqualTo(7e9);
        assertThat(table.stringColumn("y").get(0)).isEqualTo("NA");
    }

    @Test
    void onlyTheDateFormatThatIsSaidIsTried() throws IOException {
        var german = CsvOptions.defaults().dateFormat("dd/MM/yyyy");
        var table =
                read("d,e,t\n12/25/2024,25/12/2024,9:30\n03/04/2024,03/04/2024,10:00\n", german);
        assertThat(table.stringColumn("d").asList()).containsExactly("12/25/2024", "03/04/2024");
        assertThat(table.dateColumn("e").get(1)).isEqualTo(LocalDate.of(2024, 4, 3));
        assertThat(table.column("t").type()).isEqualTo(ColumnType.LOCAL_TIME);
    }

    @Test
    void aColumnThatBeginsLateHasTheTypeOfItsValues() throws IOException {
        var lines = new StringBuilder("id,n,d,t\n");
        for (int i = 0; i < 25_000; i++) {
            lines.append(i).append(i == 24_000 ? ",7,2024-01-02,x\n" : ",NA,,-\n");
        }
        var table = read(lines.toString());
        assertThat(table.intColumn("n").get(24_000)).isEqualTo(7);
        assertThat(table.intColumn("n").countMissing()).isEqualTo(24_999);
        assertThat(table.dateColumn("d").get(24_000)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(table.stringColumn("t").get(0)).isEqualTo("-");
    }

    @Test
    void aDayPastTheTwelfthTellsTheOrderWhereverItStands() throws IOException {
        var late = read("d\n" + "03/04/2024\n".repeat(22_000) + "25/12/2024\n");
        assertThat(late.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2024, 4, 3));
        var american = read("d\n03/04/2024 9:30\n12/25/2024 10:00:05\n");
        assertThat(american.dateTimeColumn("d").get(0))
                .isEqualTo(LocalDateTime.of(2024, 3, 4, 9, 30));
        var dotted = read("d\n03.04.2024\nNA\n");
        assertThat(dotted.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2024, 4, 3));
        var said = read("d\n03/04/2024\n", CsvOptions.defaults().dateFormat("MM/dd/yyyy"));
        assertThat(said.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2024, 3, 4));
        for (var rest : List.of("NA\n", "\n05/06/2024\n", "-\n")) {
            assertThat(read("d,e\n03/04/2024,1\n" + rest.replace("\n", ",2\n")).column("d").type())
                    .as(rest)
                    .isEqualTo(ColumnType.STRING);
        }
        var two = read("d,e\n2024-01-02,25/12/2024\n");
        assertThat(two.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(two.dateColumn("e").get(0)).isEqualTo(LocalDate.of(2024, 12, 25));
    }

    @Test
    void thousandsArePartedAsTheUserSays() throws IOException {
        var english = read("x,y\n\"1,234,567\",\"1,234.5\"\n12,3\n", thousands(','));
        assertThat(english.intColumn("x").asList()).containsExactly(1_234_567, 12);
        assertThat(english.doubleColumn("y").asList()).containsExactly(1234.5, 3.0);
        var german =
                read(
                        "x;y\n1.234,5;1.000\n2;3\n",
                        CsvOptions.defaults().decimal(',').thousands('.'));
        assertThat(german.doubleColumn("x").asList()).containsExactly(1234.5, 2.0);
        assertThat(german.intColumn("y").asList()).containsExactly(1000, 3);
        assertThat(read("x\n1'000\n12'34\n", thousands('\'')).column("x").type())
                .isEqualTo(ColumnType.STRING);
        assertThatThrownBy(() -> thousands('.'))
                .hasMessage("'.' stands before decimals: say decimal(',') before thousands('.')");
        assertThatThrownBy(() -> thousands(',').decimal(','))
                .hasMessage("',' cannot part thousands and stand before decimals too");
        assertThatThrownBy(() -> thousands('x')).hasMessageContaining("'x'");
    }

    private static CsvOptions thousands(char mark) {
        return CsvOptions.defaults().thousands(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.1,3.5,1.4,3.5,setosa\n4.9,3.0,1.4,0.2,setosa\n",
                "1,2\n3,4\n",
                "0,3,0,Braund\n"
            })
    void aRowIsNotTakenForNames(String content) throws IOException {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the first line of t.csv looks like values, not names: %s; add .header(false) to the CsvOptions to take it for a row, .header(true) for names"
                                .formatted(
                                        content.lines()
                                                .findFirst()
                                                .orElseThrow()
                                                .replace(",", ", ")));
        var lines = (int) content.lines().count();
        assertThat(read(content, CsvOptions.defaults().header(false)).rowCount()).isEqualTo(lines);
        assertThat(read(content, CsvOptions.defaults().header(true)).rowCount())
                .isEqualTo(lines - 1);
    }

    @Test
    void yearsAreNamesAndSoIsWhatWeWrote() throws IOException {
        assertThat(read("country,2019,2020\nDE,1,2\n").columnNames())
                .containsExactly("country", "2019", "2020");
        assertThat(read("name,0.025,0.975\na,1,2\n").columnNames())
                .containsExactly("name", "0.025", "0.975");
        var numbered =
                Table.create(
                        IntColumn.create("0", new int[] {1}),
                        IntColumn.create("2.5", new int[] {2}));
        var file = folder.resolve("numbered.csv");
        Storage.write(numbered, file);
        assertThat(Storage.read(file).columnNames()).containsExactly("0", "2.5");
        assertThat(Storage.read(file).types())
                .isEqualTo(List.of(ColumnType.INTEGER, ColumnType.INTEGER));
    }

    @Test
    @Timeout(60)
    void aWideFileIsReadToo() throws IOException {
        var names = IntStream.range(0, 120).mapToObj(i -> "n" + i).toList();
        var row = IntStream.range(0, 120).mapToObj(i -> i % 3 == 0 ? "t" : i + ".5").toList();
        var lines = String.join(",", names) + "\n" + (String.join(",", row) + "\n").repeat(5);
        var table = read(lines);
        assertThat(table.columnNames()).isEqualTo(names);
        assertThat(table.doubleColumn("n118").get(4)).isEqualTo(118.5);
        assertThat(table.stringColumn("n117").get(0)).isEqualTo("t");
    }

    @Test
    void anInchIsNoQuote() throws IOException {
        var table = read("size 5\",price,\"a \"\"b\"\"\"\n1,2,3\n4,5,6\n");
        assertThat(table.columnNames()).containsExactly("size 5\"", "price", "a \"b\"");
        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(read("a, \"b, c\"\n1,2\n").columnNames()).containsExactly("a", "b, c");
        var names = read("a, b,,A\n1,2,3,4\n");
        assertThat(names.columnNames()).containsExactly("a", "b", "column2", "A_2");
    }
}
