package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import himalia.sampling.drawing.SampleDesign;
import java.util.List;

/** A way of {@code %sample} to draw rows from a table, whatever classes they have. */
public interface DrawingMethod extends SamplingMethod {
    /** Returns the design, with the settings of the line. */
    SampleDesign design(long seed);

    @Override
    default List<String> without() {
        return List.of("--label", "--strategy", "--counts-only", "--explain");
    }

    @Override
    default Sampler sampler(Strategy strategy, long seed) {
        return (table, label) -> design(seed).draw(table).table();
    }
}
