package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileTest {
    private static final double[] VALUES = {1, 2, 4};

    /** numpy.quantile([1, 2, 4], share). */
    @Test
    void quantilesAreNumPys() {
        assertThat(Quantile.of(VALUES, 0)).isEqualTo(1);
        assertThat(Quantile.of(VALUES, 0.3)).isCloseTo(1.6, within(1e-15));
        assertThat(Quantile.of(VALUES, 1)).isEqualTo(4);
        assertThat(Quantile.at(VALUES, 1.5)).isEqualTo(3);
    }

    @Test
    void placesAndSharesOutsideAreRefused() {
        for (var place : new double[] {-0.5, 2.5, Double.NaN}) {
            assertThatThrownBy(() -> Quantile.at(VALUES, place))
                    .hasMessage("place must be from 0 to 2, of 3 values, got " + place);
        }
        for (var share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> Quantile.of(VALUES, share))
                    .hasMessage("share must be from 0 to 1, got " + share);
        }
        assertThatThrownBy(() -> Quantile.of(new double[0], 0.5))
                .hasMessage("there are no values, and so no quantile of them; give at least one");
    }
}
