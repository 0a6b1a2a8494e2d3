package himalia.magics.features;

import himalia.magics.spi.MagicException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Options that name several columns together, as {@code --group a,b}: no column has that name. */
final class SeveralGroups {
    private SeveralGroups() {}

    /** Refuses columns to leave out, of which each has an option of its own. */
    static void refuseWithout(List<String> without, Table table) {
        for (var names : without) {
            if (names.contains(",") && !table.containsColumn(names)) {
                throw new MagicException(
                        "%%leakage: --without takes one column, got '%s'; it may come again: %s"
                                .formatted(
                                        names,
                                        Stream.of(names.split(",", -1))
                                                .map(name -> "--without " + name.strip())
                                                .collect(Collectors.joining(" "))));
            }
        }
    }

    static void refuse(String group, Table table) {
        if (!group.contains(",") || table.containsColumn(group)) {
            return;
        }
        var columns =
                Stream.of(group.split(",", -1))
                        .map(name -> "table.column(\"%s\")".formatted(name.strip()))
                        .toList();
        throw new MagicException(
                "%%leakage: --group takes one column, got '%s'; join them into one in both tables before, such as by table.addColumns(%s.asStringColumn().join(\"/\", %s).setName(\"group\"))"
                        .formatted(
                                group,
                                columns.get(0),
                                String.join(", ", columns.subList(1, columns.size()))));
    }
}
