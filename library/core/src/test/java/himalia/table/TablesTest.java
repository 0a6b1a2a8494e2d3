package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Nearest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
    private final Table train =
            Table.create(
                    "train",
                    StringColumn.create("name", "Ann", "Bo", "Ann"),
                    IntColumn.create("age", 30, 40, 50),
                    DoubleColumn.create("income", 1.5, 2.5, 3.5));

    @Test
    void anUnknownColumnIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> Tables.column(train, "nmae"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no column 'nmae' in table 'train'; did you mean 'name'?"
                                + " There are: name, age, income");
    }

    @Test
    void aColumnThatResemblesNothingIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Tables.column(train, "zzzzzz"))
                .hasMessage("no column 'zzzzzz' in table 'train'. There are: name, age, income");
    }

    @ParameterizedTest
    @CsvSource({"nmae, name", "NAME, name", "incom, income", "agee, age", "xyz, ''"})
    void aSlipIsOneOrTwoKeystrokesAway(String written, String meant) {
        assertThat(Nearest.to(written, train.columnNames()).orElse("")).isEqualTo(meant);
    }

    @Test
    void countsAreInWordsMostFirst() {
        assertThat(Tables.counts(train, "name")).isEqualTo("2 × Ann, 1 × Bo");
        var many = Table.create(IntColumn.indexColumn("id", 187, 0));
        assertThat(Tables.counts(many, "id")).endsWith(", 1 × 19 and 167 more");
    }

    /** Tablesaw's own count is 0 here until the column is copied. */
    @Test
    void aTextThatWasSetToMissingIsMissing() {
        train.stringColumn("name").setMissing(0);

        assertThat(Tables.countMissing(train.column("name"))).isEqualTo(1);
        assertThat(Tables.isMissing(train.column("name"), 0)).isTrue();
        assertThat(Tables.counts(train, "name")).isEqualTo("1 × missing, 1 × Bo, 1 × Ann");
        assertThat(RowFingerprints.of(train).countIn(train.copy())).isEqualTo(3);
    }

    @Test
    void rowsMayRepeat() {
        assertThat(Tables.rows(train, new int[] {2, 2, 0}).intColumn("age").asList())
                .containsExactly(50, 50, 30);
    }

    @Test
    void aTableIsAMatrixAndBack() {
        var names = List.of("age", "income");

        var rows = Matrices.rows(train, names, "it");

        assertThat(rows).isDeepEqualTo(new double[][] {{30, 1.5}, {40, 2.5}, {50, 3.5}});
        assertThat(Matrices.table("t", names, rows).doubleColumn("age").asDoubleArray())
                .containsExactly(30, 40, 50);
        assertThat(Matrices.features(train, "name")).isEqualTo(names);
    }

    @Test
    void aMatrixHasNoPlaceForText() {
        assertThatThrownBy(() -> Matrices.rows(train, List.of("name"), "SMOTE"))
                .hasMessage(
                        "column 'name' holds text, and SMOTE computes with numbers; encode it as"
                                + " numbers, or leave it out with table.rejectColumns(\"name\")");
    }

    @Test
    void aMatrixHasNoPlaceForInfinity() {
        var table = Table.create("t", DoubleColumn.create("x", 1, Double.POSITIVE_INFINITY));

        assertThatThrownBy(() -> Matrices.rows(table, List.of("x"), "SMOTE"))
                .hasMessage(
                        "column 'x' is infinite in row 1, and SMOTE takes finite numbers; replace it"
                                + " or drop the row");
    }

    @Test
    void truthsAreNumbersOnceTheyAreEncoded() {
        var table = Table.create("t", BooleanColumn.create("wet", true, false));
        assertThatThrownBy(() -> Matrices.rows(table, List.of("wet"), "SMOTE"))
                .hasMessage(
                        "column 'wet' holds true and false, and SMOTE computes with numbers; make it numbers before, by new OneHotEncoder(List.of(\"wet\")), or leave it out with table.rejectColumns(\"wet\")");
    }

    @Test
    void aMomentThatTablesawCannotPackIsAText() {
        var table = Tables.of(List.of(Map.of("at", Instant.MAX), Map.of("at", Instant.EPOCH)));
        assertThat(table.stringColumn("at").asList())
                .containsExactly(
                        "+1000000000-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00.000000000Z");
    }

    /** What pandas 3 keeps of the same rows by drop_duplicates. */
    @Test
    void rowsThatAreEqualAreKeptOnce() {
        var table =
                Table.create(
                        "t",
                        StringColumn.create("city", "Oslo", "Oslo", "Rome", "Oslo", "Oslo", null),
                        DoubleColumn.create("fare", 1.5, Double.NaN, 2.5, Double.NaN, 1.5, 0.0));
        assertThat(Columns.dropDuplicates(table).doubleColumn("fare").asList())
                .containsExactly(1.5, null, 2.5, 0.0);
        assertThat(Columns.dropDuplicates(table, "city").stringColumn("city").asList())
                .containsExactly("Oslo", "Rome", "");
        assertThat(table.rowCount()).isEqualTo(6);
        assertThat(Columns.dropDuplicates(table.emptyCopy()).rowCount()).isZero();
        assertThatThrownBy(() -> Columns.dropDuplicates(table, "citty"))
                .hasMessageContaining("city");
    }
}
