package himalia.featurestore;

import com.google.gson.JsonNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Looks up what predictions read. */
final class OnlineLookup {
    private OnlineLookup() {}

    static Found find(
            StoreFile file, KnownView known, List<String> features, Table rows, long[] at) {
        var keys = EntityKeys.of(rows, known.view().joinKeys(), "the rows that ask");
        keys.check(known.kinds(), known.name());
        var asking = new int[at.length];
        var entities = new ArrayList<String>();
        for (int row = 0; row < at.length; row++) {
            var key = keys.key(row);
            asking[row] = key == null ? -1 : entities.size();
            if (key != null) {
                entities.add(EntityKeys.text(key));
            }
        }
        var moments = new long[entities.size()];
        for (int row = 0; row < at.length; row++) {
            if (asking[row] >= 0) {
                moments[asking[row]] = at[row];
            }
        }
        var saved =
                file.read(
                        connection ->
                                OnlineRows.latest(connection, known.name(), entities, moments));
        List<Optional<SavedRow>> found = new ArrayList<>();
        for (int place : asking) {
            found.add(place < 0 ? Optional.empty() : saved.get(place));
        }
        return found(known, features, found, at);
    }

    private static Found found(
            KnownView known, List<String> features, List<Optional<SavedRow>> found, long[] at) {
        var times = new long[at.length];
        var tooOld = new boolean[at.length];
        Arrays.fill(times, Moments.MISSING);
        for (int row = 0; row < at.length; row++) {
            if (found.get(row).isPresent()) {
                times[row] = found.get(row).get().event();
                tooOld[row] = Found.isTooOld(known.view(), at[row], times[row]);
            }
        }
        var columns = new LinkedHashMap<String, Column<?>>();
        for (var feature : known.features()) {
            if (!features.contains(feature.name())) {
                continue;
            }
            var column = Cells.column(feature.name(), feature.type());
            for (int row = 0; row < at.length; row++) {
                if (found.get(row).isEmpty() || tooOld[row]) {
                    column.appendMissing();
                    continue;
                }
                var cell = found.get(row).get().cells().get(feature.name());
                CellJson.append(
                        column,
                        Objects.requireNonNullElse(cell, JsonNull.INSTANCE),
                        "the online row of view '%s'".formatted(known.name()));
            }
            columns.put(feature.name(), column);
        }
        return new Found(columns, times, tooOld);
    }
}
