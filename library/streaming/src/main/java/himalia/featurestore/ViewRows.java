package himalia.featurestore;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import himalia.model.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * All rows of a view that training may read: those of its source, and behind them those that were pushed.
 *
 * @param numbers of its entities
 * @param entities the number of each row's entity
 * @param times of the events
 * @param created when each was written
 * @param columns of its features
 */
record ViewRows(
        KnownView known,
        Map<Object, Integer> numbers,
        int[] entities,
        long[] times,
        long[] created,
        Map<String, Column<?>> columns) {

    static ViewRows of(KnownView known, List<SavedRow> pushed) {
        var view = known.view();
        var numbers = EntityKeys.numbers();
        if (view.source().isPushed()) {
            var columns = new LinkedHashMap<String, Column<?>>();
            for (var feature : known.features()) {
                columns.put(feature.name(), Cells.column(feature.name(), feature.type()));
            }
            return new ViewRows(known, numbers, new int[0], new long[0], new long[0], columns)
                    .with(pushed);
        }
        var given = GivenRows.of(view, known.features(), view.source().rows());
        return new ViewRows(
                        known,
                        numbers,
                        given.keys().number(numbers),
                        given.times(),
                        given.created(),
                        given.columns())
                .with(pushed);
    }

    private ViewRows with(List<SavedRow> pushed) {
        if (pushed.isEmpty()) {
            return this;
        }
        int before = times.length;
        var allEntities = Arrays.copyOf(entities, before + pushed.size());
        var allTimes = Arrays.copyOf(times, before + pushed.size());
        var allCreated = Arrays.copyOf(created, before + pushed.size());
        var all = new LinkedHashMap<String, Column<?>>();
        // The source's own columns stay as they are.
        columns.forEach((name, column) -> all.put(name, column.copy()));
        int i = 0;
        try (var work = LongWork.on("pushed rows of " + known.name(), pushed.size())) {
            for (var row : work.each(pushed)) {
                var key = EntityKeys.read(row.entity());
                allEntities[before + i] = numbers.computeIfAbsent(key, each -> numbers.size());
                allTimes[before + i] = row.event();
                allCreated[before + i] = row.created();
                i++;
                for (var column : all.values()) {
                    var cell = row.cells().get(column.name());
                    CellJson.append(
                            column,
                            cell == null ? JsonNull.INSTANCE : cell,
                            "a pushed row of view '%s'".formatted(known.name()));
                }
            }
        }
        return new ViewRows(known, numbers, allEntities, allTimes, allCreated, all);
    }

    EventIndex index() {
        return EventIndex.of(entities, numbers.size(), times, created);
    }

    /** Numbers the entities of rows that ask, -1 for one that is not here; keys of another kind are refused. */
    int[] find(Table rows) {
        var keys = EntityKeys.of(rows, known.view().joinKeys(), "the rows that ask");
        keys.check(known.kinds(), known.name());
        return keys.find(numbers);
    }

    /** Looks up what each row that asks may see. */
    Found find(Table rows, long[] at, Visibility visibility) {
        var index = index();
        int[] found = find(rows);
        var events = new long[found.length];
        var tooOld = new boolean[found.length];
        try (var work = LongWork.on("rows joined with " + known.name(), found.length)) {
            for (int row = 0; row < found.length; row++) {
                work.step();
                long writtenBy =
                        visibility == Visibility.CREATED_BY_THEN ? at[row] : Long.MAX_VALUE;
                int latest = index.latest(found[row], at[row], writtenBy);
                events[row] = latest < 0 ? Moments.MISSING : times[latest];
                tooOld[row] = latest >= 0 && Found.isTooOld(known.view(), at[row], events[row]);
                found[row] = tooOld[row] ? -1 : latest;
            }
        }
        var cells = new LinkedHashMap<String, Column<?>>();
        columns.forEach((name, column) -> cells.put(name, Cells.gather(column, found)));
        return new Found(cells, events, tooOld);
    }

    /** Returns a row as the store's file has it. */
    SavedRow saved(String entity, int row) {
        var cells = new JsonObject();
        columns.forEach((name, column) -> cells.add(name, CellJson.write(column, row)));
        return new SavedRow(entity, times[row], created[row], cells);
    }

    /** Returns the keys by their numbers, as the store's file has them. */
    List<String> texts() {
        var texts = new String[numbers.size()];
        numbers.forEach((key, number) -> texts[number] = EntityKeys.text(key));
        return List.of(texts);
    }

    /** Returns only some features. */
    ViewRows only(List<String> features) {
        var some = new LinkedHashMap<String, Column<?>>();
        for (var feature : features) {
            some.put(feature, columns.get(feature));
        }
        return new ViewRows(known, numbers, entities, times, created, some);
    }

    /** Rows of a table as a view reads them. */
    record GivenRows(
            EntityKeys keys, long[] times, long[] created, Map<String, Column<?>> columns) {
        /**
         * Reads rows, of a view's source or pushed to it.
         *
         * @throws IllegalArgumentException if a column is not there or of another kind, naming it
         */
        static GivenRows of(FeatureView view, List<Feature> features, Table rows) {
            var where = "the rows of view '%s'".formatted(view.name());
            var source = view.source();
            var event = Cells.find(rows, source.eventTime(), where);
            Moments.check(event, where);
            var written = new ArrayList<long[]>();
            for (var name : source.createdTime().stream().toList()) {
                var created = Cells.find(rows, name, where);
                Moments.check(created, where);
                written.add(Moments.of(created, where, source.zone()));
            }
            var columns = new LinkedHashMap<String, Column<?>>();
            for (var feature : features) {
                var wanted = Cells.column(feature.name(), feature.type());
                var given = Cells.find(rows, feature.name(), where);
                columns.put(feature.name(), CellJson.as(wanted, given, where));
            }
            return new GivenRows(
                    EntityKeys.of(rows, view.joinKeys(), where),
                    Moments.of(event, where, source.zone()),
                    written.isEmpty() ? missing(rows.rowCount()) : written.get(0),
                    columns);
        }

        private static long[] missing(int rows) {
            var times = new long[rows];
            Arrays.fill(times, Moments.MISSING);
            return times;
        }
    }
}
