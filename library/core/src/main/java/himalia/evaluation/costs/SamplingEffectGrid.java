package himalia.evaluation.costs;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** Ways to treat a rare class, a row each. */
record SamplingEffectGrid(SamplingEffect effect) implements NamedColumns {
    private static final List<String> COLUMNS =
            List.of(
                    "mean probability",
                    "share of rows",
                    "Brier",
                    "F1 from 0.5 on",
                    "best threshold",
                    "F1 there");

    @Override
    public String name() {
        return "what sampling does to the probability of '%s'".formatted(effect.positive());
    }

    @Override
    public RowCount rows() {
        return RowCount.of(effect.ways().size());
    }

    @Override
    public List<String> columnNames() {
        return COLUMNS;
    }

    @Override
    public String rowName(long row) {
        return effect.ways().get((int) row).name();
    }

    @Override
    public Object cell(long row, int column) {
        var way = effect.ways().get((int) row);
        return switch (column) {
            case 0 -> way.mean();
            case 1 -> effect.share();
            case 2 -> way.brier();
            case 3 -> way.f1();
            case 4 -> way.threshold();
            default -> way.bestF1();
        };
    }
}
