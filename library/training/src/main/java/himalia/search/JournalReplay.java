package himalia.search;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lines of a journal come to, for one of its studies; trials are counted through all of them. */
final class JournalReplay {
    private final String name;
    private final ZoneId zone;
    private final List<Integer> ids = new ArrayList<>();
    private final List<TrialRecord> trials = new ArrayList<>();
    private final Map<String, ParameterDistribution> distributions = new LinkedHashMap<>();
    private final Map<Integer, String> studies = new TreeMap<>();
    private int nextStudy;
    private int nextTrial;
    private int study = -1;
    private @Nullable Direction direction;

    JournalReplay(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    /** Returns which way the study goes; null while there is none of the name. */
    @Nullable Direction direction() {
        return direction;
    }

    int study() {
        return study;
    }

    /** Returns the id of the next trial. */
    int nextId() {
        return nextTrial;
    }

    int id(int number) {
        return ids.get(number);
    }

    List<TrialRecord> trials() {
        return trials;
    }

    Map<String, ParameterDistribution> distributions() {
        return distributions;
    }

    void apply(JsonObject line) {
        switch (line.get("op_code").getAsInt()) {
            case Journal.CREATE_STUDY -> createStudy(line);
            case Journal.DELETE_STUDY -> deleteStudy(line.get("study_id").getAsInt());
            case Journal.CREATE_TRIAL -> createTrial(line);
            case Journal.SET_PARAMETER,
                    Journal.SET_STATE,
                    Journal.SET_REPORT,
                    Journal.SET_ATTRIBUTE ->
                    change(line);
            default -> {
                // What Optuna's samplers keep for themselves.
            }
        }
    }

    private void createStudy(JsonObject line) {
        var created = line.get("study_name").getAsString();
        if (studies.containsValue(created)) {
            return;
        }
        if (created.equals(name)) {
            study = nextStudy;
            var directions = line.getAsJsonArray("directions");
            if (directions.size() != 1) {
                throw new IllegalArgumentException(
                        "the study '%s' has %d objectives; one is supported"
                                .formatted(name, directions.size()));
            }
            // Optuna's 1 is to minimize, and 2 to maximize.
            direction = directions.get(0).getAsInt() == 1 ? Direction.MINIMIZE : Direction.MAXIMIZE;
        }
        studies.put(nextStudy++, created);
    }

    private void deleteStudy(int deleted) {
        studies.remove(deleted);
        if (deleted == study) {
            study = -1;
            direction = null;
            ids.clear();
            trials.clear();
            distributions.clear();
        }
    }

    private void createTrial(JsonObject line) {
        int of = line.get("study_id").getAsInt();
        if (!studies.containsKey(of)) {
            return;
        }
        int id = nextTrial++;
        if (of == study) {
            ids.add(id);
            var begun = time(line, "datetime_start");
            var trial =
                    TrialRecord.begin(
                            trials.size(), Map.of(), begun == null ? Instant.EPOCH : begun);
            trials.add(line.has("params") ? given(trial, line) : trial);
        }
    }

    /** A trial that was added whole. */
    private TrialRecord given(TrialRecord begun, JsonObject line) {
        var trial = begun;
        var kinds = line.getAsJsonObject("distributions");
        for (var each : line.getAsJsonObject("params").entrySet()) {
            var kind = kinds.get(each.getKey()).getAsString();
            trial = set(trial, each.getKey(), each.getValue().getAsDouble(), kind);
        }
        for (var each : line.getAsJsonObject("intermediate_values").entrySet()) {
            trial = trial.reported(Integer.parseInt(each.getKey()), each.getValue().getAsDouble());
        }
        int state = line.get("state").getAsInt();
        boolean isEnded = state > 0 && state < Journal.STATES.size();
        return isEnded
                ? ended(
                        trial,
                        state,
                        line.get("values").isJsonNull() ? line.get("value") : line.get("values"),
                        line)
                : trial;
    }

    private void change(JsonObject line) {
        int number = ids.indexOf(line.get("trial_id").getAsInt());
        if (number < 0 || trials.get(number).state() != TrialState.RUNNING) {
            return;
        }
        var trial = trials.get(number);
        trials.set(
                number,
                switch (line.get("op_code").getAsInt()) {
                    case Journal.SET_PARAMETER ->
                            set(
                                    trial,
                                    line.get("param_name").getAsString(),
                                    line.get("param_value_internal").getAsDouble(),
                                    line.get("distribution").getAsString());
                    case Journal.SET_REPORT ->
                            trial.reported(
                                    line.get("step").getAsInt(),
                                    line.get("intermediate_value").getAsDouble());
                    case Journal.SET_ATTRIBUTE -> told(trial, line.getAsJsonObject("user_attr"));
                    default -> state(trial, line);
                });
    }

    private TrialRecord set(TrialRecord trial, String parameter, double number, String kind) {
        var distribution = DistributionJson.read(kind);
        distributions.put(parameter, distribution);
        var settings = new LinkedHashMap<>(trial.settings());
        settings.put(parameter, distribution.value(number));
        return new TrialRecord(
                trial.number(),
                trial.state(),
                settings,
                trial.value(),
                trial.reports(),
                trial.why(),
                trial.begun(),
                trial.ended());
    }

    private static TrialRecord told(TrialRecord trial, JsonObject attribute) {
        var why = attribute.get(Journal.WHY);
        return why == null || !why.isJsonPrimitive()
                ? trial
                : trial.end(trial.state(), trial.value(), why.getAsString(), trial.ended());
    }

    private TrialRecord state(TrialRecord trial, JsonObject line) {
        int state = line.get("state").getAsInt();
        return state > 0 && state < Journal.STATES.size()
                ? ended(trial, state, line.get("values"), line)
                : trial;
    }

    private TrialRecord ended(TrialRecord trial, int state, JsonElement values, JsonObject line) {
        var ended = time(line, "datetime_complete");
        return trial.end(
                Journal.STATES.get(state),
                number(values),
                trial.why(),
                ended == null ? trial.begun() : ended);
    }

    private static double number(JsonElement values) {
        if (values == null || values.isJsonNull()) {
            return Double.NaN;
        }
        return values.isJsonArray() ? number(values.getAsJsonArray().get(0)) : values.getAsDouble();
    }

    private @Nullable Instant time(JsonObject line, String key) {
        var time = line.get(key);
        return time == null || time.isJsonNull()
                ? null
                : LocalDateTime.parse(time.getAsString()).atZone(zone).toInstant();
    }
}
