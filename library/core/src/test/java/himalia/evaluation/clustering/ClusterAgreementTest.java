package himalia.evaluation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers are scikit-learn 1.9's. */
class ClusterAgreementTest {
    private static final int ROWS = 60;

    enum Case {
        MIXED(
                i -> i * 7 % 3,
                i -> (i * 5 + i / 9) % 4,
                0.038267355620932156,
                0.5903954802259888,
                -0.005169780284337916,
                0.27428488500538056,
                0.045639552689984195,
                0.03681593310731918,
                -0.006504100036149265,
                0.04154291114412601,
                0.033054780654104284,
                0.03681593310731918),
        NEAR(
                i -> i / 20,
                i -> (i + 3) / 20,
                0.7130067345983139,
                0.8559322033898306,
                0.6621302971097487,
                0.7666814370521123,
                0.8168062301307824,
                0.6986840477170015,
                0.6832884978718955,
                0.7434890712182259,
                0.6589722759460461,
                0.6986840477170015),
        SAME(i -> i / 20, i -> 5 - i / 20, 1, 1, 1, 1, 1.0986122886681096, 1, 1, 1, 1, 1),
        ONE_KNOWN(
                i -> 0, i -> i % 3, 0, 0.3220338983050847, 0, 0.5674803065350239, 0, 0, 0, 1, 0, 0),
        ONE_EACH(i -> 0, i -> 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1),
        A_GROUP_A_ROW(
                i -> i % 3,
                i -> i,
                0.5238497412802342,
                0.6779661016949152,
                0,
                0,
                1.0986122886681104,
                0.4231162785339838,
                0,
                1,
                0.26832433664837113,
                0.4231162785339837),
        A_GROUP_A_ROW_IN_BOTH(i -> i, i -> 59 - i, 1, 1, 1, 0, 4.0943445622220995, 1, 1, 1, 1, 1);

        private final int[] known;
        private final int[] found;
        private final double halfBeta;
        private final double[] expected;

        Case(IntUnaryOperator known, IntUnaryOperator found, double halfBeta, double... expected) {
            this.known = IntStream.range(0, ROWS).map(known).toArray();
            this.found = IntStream.range(0, ROWS).map(found).toArray();
            this.halfBeta = halfBeta;
            this.expected = expected;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasureIsScikitLearns(Case each) {
        var agreement = ClusterAgreement.of(each.known, each.found);

        var names = agreement.metrics().keySet().stream().toList();
        for (int i = 0; i < names.size(); i++) {
            assertThat(agreement.metrics().get(names.get(i)))
                    .as(names.get(i))
                    .isCloseTo(each.expected[i], within(1e-10));
        }
        assertThat(agreement.vMeasureScore(0.5)).isCloseTo(each.halfBeta, within(1e-12));
    }

    /** scikit-learn says 1 of both and log(100000) of their mutual information; all pairs of groups would take 80 GB. */
    @Test
    void asManyGroupsAsRowsAreCompared() {
        var each = IntStream.range(0, 100_000).toArray();

        var agreement = ClusterAgreement.of(each, each);

        assertThat(agreement.adjustedRandScore()).isEqualTo(1);
        assertThat(agreement.mutualInfoScore()).isCloseTo(Math.log(100_000), within(1e-9));
        assertThat(agreement.toString()).startsWith("100000 known and 100000 found groups");
    }

    @Test
    void columnsOfAnyKindNameGroups() {
        var table =
                Table.create(
                        "cells",
                        StringColumn.create("kind", "a", "a", "b", "b"),
                        IntColumn.create("cluster", 7, 7, 3, 3));

        var agreement = ClusterAgreement.of(table, "kind", "cluster");

        assertThat(agreement.adjustedRandScore()).isEqualTo(1);
        assertThat(agreement.toString())
                .startsWith("2 known and 2 found groups of 4 rows: rand_score 1.0000, ");
        assertThat(agreement.bundle().text()).contains("adjusted_mutual_info_score");
    }

    @Test
    void whatNamesNoGroupIsRefused() {
        var table =
                Table.create(
                        "cells",
                        StringColumn.create("kind", "a", null),
                        IntColumn.create("cluster", 7, 3));

        assertThatThrownBy(() -> ClusterAgreement.of(table, "kind", "cluster"))
                .hasMessage(
                        "row 1 of column 'kind' names no group; drop the rows that miss it: Tables.dropMissing(table, \"kind\")");
        assertThatThrownBy(() -> ClusterAgreement.of(new int[2], new int[3]))
                .hasMessage(
                        "as many rows are wanted in both groupings, and one at least, got 2 and 3");
        assertThatThrownBy(() -> ClusterAgreement.of(new int[1], new int[1]).vMeasureScore(-1))
                .hasMessage("beta must be at least 0, got -1.0");
    }

    @Test
    void noiseIsToldApartFromGroups() {
        var agreement = ClusterAgreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, -1, 1});
        assertThat(agreement.toString())
                .startsWith(
                        "2 known and 2 found groups of 4 rows; 1 row of noise, counted as one more group: ");
    }
}
