package himalia.magics.evaluation;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import himalia.table.LevelCodes;
import java.util.List;
import tech.tablesaw.api.Table;

/** Offers the classes of the label that the line names. */
public final class LabelValues implements Candidates {
    private static final int MOST = 100;

    @Override
    public List<String> of(LineSoFar line) {
        int label = line.words().indexOf("--label") + 1;
        if (label == 0 || label == line.words().size()) {
            return List.of();
        }
        var name = line.words().get(label);
        return line.meant(Table.class).values().stream()
                .filter(table -> table.containsColumn(name))
                .flatMap(table -> LevelCodes.of(table.column(name)).levels().stream())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
