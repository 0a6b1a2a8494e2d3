package himalia.featurestore;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Asks the history for what was answered. */
final class Skew {
    private final StringColumn entity = StringColumn.create("entity");
    private final StringColumn feature = StringColumn.create("feature");
    private final InstantColumn time = InstantColumn.create("time");
    private final StringColumn online = StringColumn.create("online");
    private final StringColumn offline = StringColumn.create("offline");
    private int compared;
    private int gone;

    private Skew() {}

    static SkewReport of(
            FeatureStore store, List<RequestLog.Request> requests, Visibility visibility) {
        var skew = new Skew();
        for (var request : requests) {
            skew.compare(store, request, visibility);
        }
        return new SkewReport(
                requests.size(),
                skew.gone,
                skew.compared,
                Table.create(
                        "skew", skew.entity, skew.feature, skew.time, skew.online, skew.offline));
    }

    private void compare(FeatureStore store, RequestLog.Request request, Visibility visibility) {
        var at = new long[request.rows().rowCount()];
        Arrays.fill(at, request.asked());
        var asked = asked(store, request);
        if (asked.isEmpty()) {
            gone++;
            return;
        }
        var names = asked.get();
        var history = store.history(request.rows(), at, visibility, names).features();
        var keys = keys(store, names);
        for (int row = 0; row < at.length; row++) {
            for (var name : names) {
                compared++;
                var saw = request.answer().column(name.called());
                var knows = history.column(name.called());
                if (isEqual(saw, knows, row)) {
                    continue;
                }
                entity.append(described(request.rows(), keys, row));
                feature.append(name.toString());
                time.append(Moments.instant(request.asked()));
                online.append(text(saw, row));
                offline.append(text(knows, row));
            }
        }
    }

    /** Returns what a request asked for; nothing where it is not there any more, or has other keys. */
    private static Optional<List<FeatureName>> asked(
            FeatureStore store, RequestLog.Request request) {
        try {
            var names = store.asked(request.features().toArray(String[]::new));
            return Optional.of(names)
                    .filter(some -> request.rows().columnNames().containsAll(keys(store, some)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isEqual(Column<?> one, Column<?> other, int row) {
        boolean isMissing = Tables.isMissing(one, row);
        return isMissing == Tables.isMissing(other, row)
                && (isMissing || CellJson.write(one, row).equals(CellJson.write(other, row)));
    }

    private static String text(Column<?> column, int row) {
        return Tables.isMissing(column, row) ? "" : String.valueOf(column.get(row));
    }

    /** Returns the views that are asked, those behind on-demand ones too. */
    static List<KnownView> views(FeatureStore store, List<FeatureName> names) {
        var views = new LinkedHashSet<String>();
        for (var name : names) {
            store.registry()
                    .definitions()
                    .onDemand(name.view())
                    .ifPresentOrElse(
                            view ->
                                    view.sources()
                                            .forEach(
                                                    each -> views.add(FeatureName.of(each).view())),
                            () -> views.add(name.view()));
        }
        return views.stream().map(store::view).toList();
    }

    /** Returns the keys by which these features are looked up. */
    static List<String> keys(FeatureStore store, List<FeatureName> names) {
        return views(store, names).stream()
                .flatMap(known -> known.view().joinKeys().stream())
                .distinct()
                .toList();
    }

    private static String described(Table rows, List<String> keys, int row) {
        var words = new ArrayList<String>();
        for (var key : keys) {
            words.add(key + " " + rows.column(key).getString(row));
        }
        return words.isEmpty() ? "row " + row : String.join(", ", words);
    }
}
