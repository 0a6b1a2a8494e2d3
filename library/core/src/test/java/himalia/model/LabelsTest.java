package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How cells become classes. */
class LabelsTest {
    @Test
    void longsThatAreOneToADoubleAreTwoClassesInOrder() {
        long large = 1L << 53;

        assertThat(classes(LongColumn.create("y", large + 1, large, -large, -large - 1)).classes())
                .containsExactly(
                        "-9007199254740993",
                        "-9007199254740992",
                        "9007199254740992",
                        "9007199254740993");
    }

    @Test
    void wholeNumbersNoLongHoldsAreClassesToo() {
        assertThat(classes(DoubleColumn.create("y", 1e300, 1e200, -0.0, 3)).classes())
                .containsExactly("0", "3", "1.0E200", "1.0E300");
    }

    @Test
    void truthsAreClassesAndFractionsAreNone() {
        assertThat(classes(BooleanColumn.create("y", true, false)).classes())
                .containsExactly("false", "true");
        assertThatThrownBy(() -> classes(DoubleColumn.create("y", 1, 2.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("label 'y' holds numbers such as 2.5, and classes");
    }

    private static Labels classes(Column<?> label) {
        return Labels.toLearn(Table.create(label), "y");
    }
}
