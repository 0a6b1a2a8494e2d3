package himalia.training.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Beside Java's own log1p, which has all its digits. */
class LogProductTest {
    @Test
    void theSumOfManyHasAllDigits() {
        var random = new SplittableRandom(3);
        for (double largest : new double[] {1, 1e-3, 1e-12, 1e-300}) {
            var product = new LogProduct();
            var exact = BigDecimal.ZERO;
            for (int i = 0; i < 20_000; i++) {
                double x = largest * random.nextDouble();
                double weight = i % 1_000 < 10 ? 2.5 : 1;
                product.add(weight, x);
                exact = exact.add(new BigDecimal(weight * Math.log1p(x)), MathContext.DECIMAL128);
            }
            double wanted = exact.doubleValue();
            assertThat(product.sum()).isCloseTo(wanted, within(1e-12 * wanted));
        }
    }

    @Test
    void twoAtOnceAreAsExactAsOneByOne() {
        var random = new SplittableRandom(4);
        for (int count = 0; count < 70; count++) {
            var numbers = random.doubles(count).toArray();
            var weights = new double[count + 3];
            Arrays.setAll(weights, i -> random.nextInt(4) == 0 ? 2.5 : 1);
            double wanted = 0;
            for (int i = 0; i < count; i++) {
                wanted += weights[i + 3] * Math.log1p(numbers[i]);
            }
            var product = new LogProduct();
            product.add(weights, 3, numbers, count);
            assertThat(product.sum()).isCloseTo(wanted, within(1e-12 * (1 + wanted)));
        }
    }

    @Test
    void oneLongerThanADoubleHoldsAndNothing() {
        var product = new LogProduct();
        for (int i = 0; i < 5_000; i++) {
            product.add(1, 1);
        }
        assertThat(product.sum()).isCloseTo(5_000 * Math.log(2), within(1e-9));
        assertThat(new LogProduct().sum()).isZero();
    }

    @Test
    void whatIsNoNumberIsNone() {
        var product = new LogProduct();
        product.add(1, Double.NaN);
        assertThat(product.sum()).isNaN();
    }
}
