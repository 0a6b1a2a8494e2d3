package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Schema;
import himalia.model.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Categories of any kind become columns with names of their own. */
class CategoriesTest {
    @Test
    void levelsThatDifferInCapitalsAloneHaveTheirOwnColumns() {
        var table =
                Table.create(
                        StringColumn.create("city", "Oslo", "oslo", "missing", ""),
                        DoubleColumn.create("CITY_OSLO", 1, 2, 3, 4),
                        DoubleColumn.create("city_missing", 0, 0, 1, 1));

        var encoded = new OneHotEncoder().fit(table, "city_missing").apply(table);

        assertThat(encoded.columnNames())
                .containsExactly(
                        "city_Oslo_2",
                        "city_missing_2",
                        "city_oslo_3",
                        "city_missing_3",
                        "CITY_OSLO",
                        "city_missing");
        assertThat(encoded.doubleColumn("city_oslo_3")).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(encoded.doubleColumn("city_missing_3")).containsExactly(0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void columnsWhoseNamesMeetAreToldApart() {
        var table =
                Table.create(
                        StringColumn.create("a", "b_c", "b_c"),
                        StringColumn.create("a_b", "c", "d"));

        assertThat(new OneHotEncoder().fit(table).apply(table).columnNames())
                .containsExactly("a_b_c", "a_b_c_2", "a_b_d");
    }

    /** As scikit-learn: rooms_2, rooms_10, flag_False, flag_True. */
    @Test
    void namedNumbersAndTruthsAreCategoriesToo() {
        var table =
                Table.create(
                        IntColumn.create("rooms", 10, 2, 2),
                        BooleanColumn.create("flag", true, false, true),
                        DoubleColumn.create("area", 1, 2, 3));
        var encoder = new OneHotEncoder(OneHotEncoder.Unknown.ERROR, List.of("rooms", "flag"));

        var fitted = encoder.fit(table);

        var encoded = fitted.apply(table);
        assertThat(encoded.columnNames())
                .containsExactly("rooms_2", "rooms_10", "flag_false", "flag_true", "area");
        assertThat(encoded.doubleColumn("rooms_10")).containsExactly(1.0, 0.0, 0.0);
        assertThat(encoded.doubleColumn("flag_true")).containsExactly(1.0, 0.0, 1.0);
        var others = table.copy();
        others.replaceColumn("rooms", DoubleColumn.create("rooms", 2, 2, 3));
        assertThatThrownBy(() -> fitted.apply(others))
                .hasMessageStartingWith("column 'rooms' has '3' in row 2, which was in no row");
        assertThat(new OneHotEncoder().fit(table).reads()).isEmpty();
    }

    @Test
    void aNumberOfItsOwnInEveryRowIsNoCategory() {
        var table = Table.create(IntColumn.create("id", IntStream.range(0, 2_000).toArray()));

        assertThatThrownBy(
                        () ->
                                new OneHotEncoder(OneHotEncoder.Unknown.ERROR, List.of("id"))
                                        .fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'id' has more than 1,000 different values, and OneHotEncoder makes a column of each; leave it as it is, or cut it into ranges first, or let rare ones share a column: new OneHotEncoder(\"id\").minFrequency(20) or .maxCategories(10)");
    }

    @Test
    void aMinimumThatIsTooLowIsNamed() {
        var texts = IntStream.range(0, 6_000).mapToObj(i -> "L" + i % 2_000).toList();
        var table = Table.create(StringColumn.create("k", texts));

        assertThatThrownBy(() -> new OneHotEncoder("k").minFrequency(3).fit(table))
                .hasMessage(
                        "column 'k' has 2,000 different values that have a column of their own by minFrequency(3), more than 1,000; take HashingEncoder, TargetEncoder or CountEncoder, or let more of them share a column: new OneHotEncoder(\"k\").minFrequency(30) or .maxCategories(10)");
    }

    @Test
    void aTextOfItsOwnInEveryRowStaysAndIsRefusedWhereNumbersAreTaken() {
        var names = IntStream.range(0, 40).mapToObj(i -> "name " + i).toList();
        var table = Table.create(StringColumn.create("name", names));

        var fitted = new OneHotEncoder().fit(table);

        assertThat(fitted.reads()).isEmpty();
        var left = fitted.apply(table);
        assertThatThrownBy(() -> Schema.of(left, new Target.Numbers("y")).rows(left))
                .hasMessage(
                        "column 'name' holds text, and this model takes numbers; it has too many different values for an encoder that is told no columns, which leaves it alone: name it, as in new CountEncoder(\"name\"), group them into fewer, or leave it out with table.rejectColumns(\"name\")");
        assertThatThrownBy(() -> new OneHotEncoder(List.of("name")).fit(table))
                .hasMessage(
                        "column 'name' holds text, 40 different ones in 40 rows, and OneHotEncoder takes categories: few values that occur again and again; let rare ones share a column with .maxCategories(10), or take HashingEncoder, TargetEncoder or CountEncoder");
    }

    @Test
    void missingTruthsAreFilledByTheMostFrequent() {
        var table =
                Table.create(BooleanColumn.create("flag", new Boolean[] {true, null, false, true}));
        var usual = new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT);

        assertThat(usual.fit(table).apply(table).booleanColumn("flag"))
                .containsExactly(true, true, false, true);
        assertThatThrownBy(
                        () ->
                                Schema.of(table, new Target.Numbers("y"))
                                        .completeRows(table, "LinearRegression"))
                .hasMessageContaining(
                        "put a SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT) before it");
    }
}
