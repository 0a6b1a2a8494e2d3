package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.sampling.augmentation.AddNoise;
import himalia.sampling.augmentation.AugmentText;
import himalia.sampling.augmentation.Blend;
import himalia.sampling.augmentation.MixUp;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An interrupt ends what makes rows one by one. */
class InterruptedSamplersTest {
    private static final int ROWS = 40;
    private static final Table TABLE =
            Table.create(
                    DoubleColumn.create("x", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                    text("colour", 3),
                    text("y", 4));

    private static StringColumn text(String name, int part) {
        return StringColumn.create(
                name, IntStream.range(0, ROWS).mapToObj(i -> i % part == 0 ? "a" : "b").toList());
    }

    static Stream<SeededSampler> samplers() {
        return Stream.of(
                new Smoten(2, 42),
                new Smotenc(List.of("colour"), 2, 42),
                new AddNoise(1, 1, 42),
                new AugmentText("colour", (was, random) -> was + random.nextInt(), 1, 42));
    }

    /** Comes with the first number that is drawn, when rows are being made. */
    @ParameterizedTest
    @MethodSource("samplers")
    void anInterruptAmongTheRowsEndsThem(SeededSampler sampler) {
        var table = sampler instanceof Smoten ? TABLE.rejectColumns("x") : TABLE;
        RandomGenerator source = new SplittableRandom(42);
        RandomGenerator interrupting =
                () -> {
                    Thread.currentThread().interrupt();
                    return source.nextLong();
                };
        try {
            assertThatThrownBy(() -> sampler.trace(table, "y", interrupting))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void anInterruptEndsMixing() {
        var table = TABLE.rejectColumns("colour");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(
                            () -> new MixUp(1, 42).mix(table, "y", List.of(new Blend(0, 1, 0.5))))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
