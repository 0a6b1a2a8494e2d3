package himalia.featurestore;

import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a store was told of, a row for each feature. */
final class DefinitionTable {
    private final StringColumn feature = StringColumn.create("feature");
    private final StringColumn type = StringColumn.create("type");
    private final StringColumn keys = StringColumn.create("keys");
    private final StringColumn ttl = StringColumn.create("ttl");
    private final StringColumn source = StringColumn.create("source");

    private DefinitionTable() {}

    static Table of(Definitions definitions) {
        var table = new DefinitionTable();
        for (var known : definitions.views()) {
            var view = known.view();
            for (var each : known.features()) {
                table.add(
                        view.name() + ":" + each.name(),
                        each.type().name(),
                        String.join(", ", view.joinKeys()),
                        view.ttlWords(),
                        view.source().toString());
            }
        }
        for (var view : definitions.onDemand()) {
            for (var each : SqlCheck.names(view, definitions)) {
                table.add(view.name() + ":" + each, "", "", "", view.toString());
            }
        }
        for (var service : definitions.services()) {
            table.add(service.name(), "", "", "", String.join(", ", service.features()));
        }
        return Table.create(
                "features", table.feature, table.type, table.keys, table.ttl, table.source);
    }

    private void add(String name, String kind, String key, String age, String from) {
        feature.append(name);
        type.append(kind);
        keys.append(key);
        ttl.append(age);
        source.append(from);
    }
}
