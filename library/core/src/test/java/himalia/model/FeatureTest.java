package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class FeatureTest {
    @Test
    void aColumnIsDescribedByWhatItHolds() {
        assertThat(Feature.of(DoubleColumn.create("x", 1.5)).type()).isEqualTo(Feature.Type.NUMBER);
        assertThat(Feature.of(IntColumn.create("x", new int[] {1})).type())
                .isEqualTo(Feature.Type.WHOLE_NUMBER);
        assertThat(Feature.of(BooleanColumn.create("x", true)).type())
                .isEqualTo(Feature.Type.BOOLEAN);
        assertThat(Feature.of(LongColumn.create("x", 1L)).type())
                .isEqualTo(Feature.Type.LONG_NUMBER);
        assertThat(Feature.of(DateColumn.create("x", LocalDate.EPOCH)).type())
                .isEqualTo(Feature.Type.DATE);
        assertThat(Feature.of(TimeColumn.create("x", LocalTime.NOON)).type())
                .isEqualTo(Feature.Type.TIME);
        assertThat(Feature.of(InstantColumn.create("x", Instant.EPOCH)).type())
                .isEqualTo(Feature.Type.INSTANT);
        assertThat(Feature.of(StringColumn.create("city", "Paris", "", "Oslo", "Paris")))
                .isEqualTo(Feature.category("city", List.of("Oslo", "Paris")));
    }

    @Test
    void aTextOfItsOwnInEveryRowIsNoCategory() {
        var names =
                StringColumn.create(
                        "name", IntStream.range(0, 40).mapToObj(i -> "name " + i).toList());

        assertThat(Feature.of(names).type()).isEqualTo(Feature.Type.TEXT);
        assertThat(Feature.of(names.inRange(0, 10)).type()).isEqualTo(Feature.Type.CATEGORY);
    }

    @Test
    void aModelThatTakesNumbersSaysWhatToDoWithOthers() {
        var table =
                Table.create(
                        StringColumn.create("city", "Oslo", "Paris"),
                        DateColumn.create("day", LocalDate.EPOCH, LocalDate.EPOCH),
                        DoubleColumn.create("price", 1, 2));
        var target = new Target.Numbers("price");

        assertThatThrownBy(() -> Schema.of(table, target).rows(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'city' holds text, and this model takes numbers; put a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"city\")");
        var days = table.rejectColumns("city");
        assertThatThrownBy(() -> Schema.of(days, target).rows(days))
                .hasMessage(
                        "column 'day' holds dates or times, and this model takes numbers; turn it into numbers first, or leave it out with table.rejectColumns(\"day\")");
    }

    @Test
    void truthsAreNotNumbersAndNumbersNoTruths() {
        var target = new Target.Numbers("price");
        var price = DoubleColumn.create("price", 1, 2);
        var flags = Table.create(BooleanColumn.create("x", true, false), price);
        var numbers = Table.create(IntColumn.create("x", 1, 0), price);
        assertThatThrownBy(() -> Schema.of(flags, target).rows(numbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'x' holds whole numbers, and the model has learnt it as true and false");
        assertThatThrownBy(() -> Schema.of(numbers, target).rows(flags))
                .hasMessage(
                        "column 'x' holds true and false, and the model has learnt it as numbers");
    }

    @Test
    void aFeatureThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Feature("x", Feature.Type.NUMBER, List.of("a"), List.of()))
                .hasMessage("feature 'x' is no category and has levels: [a]");
        assertThatThrownBy(() -> new Feature("x", Feature.Type.TENSOR, List.of(), List.of()))
                .hasMessage(
                        "feature 'x' is TENSOR and has shape []; a tensor has one, nothing else has");
        assertThatThrownBy(() -> new Target.Classes("y", List.of("a")))
                .hasMessage("label 'y' needs two classes at least, got [a]");
    }
}
