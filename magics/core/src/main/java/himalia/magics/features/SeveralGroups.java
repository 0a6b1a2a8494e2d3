package himalia.magics.features;

import himalia.magics.spi.MagicException;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Groups that several columns name together, as {@code --group a,b}: no column has that name. */
final class SeveralGroups {
    private SeveralGroups() {}

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
