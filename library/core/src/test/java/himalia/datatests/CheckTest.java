package himalia.datatests;

import static himalia.datatests.Check.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class CheckTest {
    private final Table table = Table.create(IntColumn.create("age", 1, 2, 3));

    @Test
    void whatHoldsIsSaidInWords() {
        assertThat(check(0.83).isGreaterThan(0.6).isAtMost(1))
                .hasToString("✓ 0.83 is greater than 0.6, at most 1");
        assertThat(check(3).isBetween(1, 3)).hasToString("✓ 3 is between 1 and 3");
        assertThat(check("churned").contains("urn"))
                .hasToString("✓ 'churned' is a text that contains 'urn'");
        assertThat(check(true).isTrue()).hasToString("✓ true is true");
        assertThat(check(table).hasRows(3).hasColumns("age").hasNoMissingValues())
                .hasToString(
                        "✓ a table of 3 rows and 1 columns is one of 3 rows, one with the columns age, one without missing values");
        assertThat(check("recall", 0.83).isGreaterThan(0.6))
                .hasToString("✓ recall: 0.83 is greater than 0.6");
        assertThat(check("both agree", true).isTrue()).hasToString("✓ both agree: true is true");
        assertThat(check(1.5)).hasToString("nothing checked of 1.5 yet");
    }

    @Test
    void whatFailsNamesTheValueAndTheBound() {
        assertThatThrownBy(() -> check(0.5).isGreaterThan(0.6))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 0.5 to be greater than 0.6");
        assertThatThrownBy(() -> check("rows", 7).isEqualTo(8))
                .hasMessage("rows: expected 7 to be equal to 8");
        assertThatThrownBy(() -> check(Double.NaN).isLessThan(1))
                .hasMessage("expected NaN to be less than 1");
        assertThatThrownBy(() -> check(7).isEqualTo(8)).hasMessage("expected 7 to be equal to 8");
        assertThatThrownBy(() -> check(0.1 + 0.2).isCloseTo(0.4, 0.01))
                .hasMessage("expected 0.30000000000000004 to be within 0.01 of 0.4");
        assertThatThrownBy(() -> check("a").isEqualTo("b"))
                .hasMessage("expected 'a' to be equal to 'b'");
        assertThatThrownBy(() -> check(false).isTrue()).hasMessage("expected false to be true");
        assertThatThrownBy(() -> check(table).hasRows(4))
                .hasMessage("expected a table of 3 rows and 1 columns to be one of 4 rows");
        table.intColumn("age").setMissing(0);
        assertThatThrownBy(() -> check(table).hasNoMissingValues())
                .hasMessage(
                        "expected a table of 3 rows and 1 columns to be one without missing values, but column 'age' has 1");
    }

    @Test
    void theTraceBeginsWhereTheCheckStands() {
        Runnable cell = () -> check(0.5).isGreaterThan(0.6);
        assertThatThrownBy(() -> List.of(cell).forEach(Runnable::run))
                .satisfies(
                        e -> assertThat(e.getStackTrace()[0].getClassName()).startsWith("java."));
    }
}
