package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class TableJsonTest {
    @Test
    void aTableComesBackFromItsJson() {
        var json =
                "[{\"name\":\"Ann <3\",\"age\":30,\"share\":0.5,\"old\":false,\"day\":\"2024-01-05\",\"at\":\"2024-01-05T12:30:00Z\"},"
                        + "{\"name\":null,\"age\":null,\"share\":1.0E300,\"old\":true,\"day\":null,\"at\":null}]";

        var table = Tables.fromJson(json);

        assertThat(table.types().stream().map(Object::toString))
                .containsExactly("STRING", "INTEGER", "DOUBLE", "BOOLEAN", "LOCAL_DATE", "INSTANT");
        assertThat(Tables.json(table)).isEqualTo(json);
    }

    @Test
    void objectsMayStandOneALine() {
        assertThat(Tables.fromJson("{\"x\": 1}\n{\"x\": 2, \"y\": {\"z\": [1, null]}}\n").print())
                .contains("{\"z\":[1,null]}");
    }

    @Test
    void aTextThatIsOnceNoDateIsNoneAnywhere() {
        var table = Tables.fromJson("[{\"a\": \"2024-01-05\"}, {\"a\": \"soon\"}]");
        assertThat(table.stringColumn("a").asList()).containsExactly("2024-01-05", "soon");
    }

    @Test
    void jsonHasNoInfinity() {
        var table =
                Table.create("t", DoubleColumn.create("x", Double.POSITIVE_INFINITY, Double.NaN));
        assertThat(Tables.json(table)).isEqualTo("[{\"x\":null},{\"x\":null}]");
    }

    @Test
    void aNumberWithinIsOneHoweverLarge() {
        assertThat(Tables.fromJson("[{\"x\": [1e999, 1.10]}]").stringColumn("x").get(0))
                .isEqualTo("[1E+999,1.10]");
    }

    @Test
    void aClockFarFromGreenwichsAndASecondThatLeapsStayTexts() {
        for (var text :
                List.of(
                        "2024-01-05T12:30:00+02:00",
                        "2016-12-31T23:59:60Z",
                        "2024-01-05T24:00:00Z")) {
            assertThat(Tables.fromJson("[{\"x\": \"%s\"}]".formatted(text)).column("x").get(0))
                    .isEqualTo(text);
        }
        assertThat(Tables.fromJson("[{\"x\": \"2024-01-05T12:30Z\"}]").column("x").get(0))
                .isEqualTo(Instant.parse("2024-01-05T12:30:00Z"));
    }

    @Test
    void whatIsNoneIsNamedByItsRow() {
        assertThatThrownBy(() -> Tables.fromJson(" "))
                .hasMessage("the JSON is empty; no rows are []");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1}, {\"x\""))
                .hasMessage("the JSON ends within row 1");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1}, 2]"))
                .hasMessage("a row is a JSON object, {\"name\": \"Ann\"}; row 1 is 2");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1, \"x\": 2}]"))
                .hasMessage("this is no JSON, in row 0: the key 'x' comes twice");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1},\n {x: 2}]"))
                .hasMessage("this is no JSON, in row 1: it cannot be read at line 2, column 4");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1}] more"))
                .hasMessageStartingWith("this is no JSON, in row 1: ");
        assertThatThrownBy(() -> Tables.fromJson("[{\"x\": 1}, {\"x\": \"a\"}]"))
                .hasMessageStartingWith(
                        "key 'x' holds whole numbers in row 0 (1) and text in row 1");
    }

    @Test
    void whatIsNoJsonIsNotTakenForSome() {
        for (var text :
                List.of(
                        "{\"age\": 3O}",
                        "{a: 1}",
                        "{\"a\":1}\n{\"a\":NaN}",
                        "{\"a\":1} x",
                        "{\n\"a\": x\n}",
                        "[{\"a\":1,}]")) {
            assertThatThrownBy(() -> Tables.fromJson(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var text :
                List.of(
                        "{\n\"a\": 1\n}\n{\n\"a\": 2\n}",
                        "{\"a\":1} {\"a\":2}",
                        "{\"a\":1}{\"a\":\"}{\\\"\"}",
                        "  {\"a\":1}\n  {\"a\":2}",
                        "\uFEFF[{\"a\":1},{\"a\":2}]",
                        "\uFEFF{\"a\":1}\n{\"a\":{\"b\":[2]}}")) {
            assertThat(RowsOfJson.read(text)).as(text).hasSize(2);
        }
        assertThat(Tables.fromJson("{\n\"a\": 1\n}").rowCount()).isEqualTo(1);
        assertThat(Tables.fromJson("{\"a\": 1}\n\n{\"a\": 2}\n").rowCount()).isEqualTo(2);
    }
}
