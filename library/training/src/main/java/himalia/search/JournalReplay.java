package himalia.search;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lines of a journal come to, for one of its studies; trials are counted through all of them. */
final class JournalReplay {
    private final String name;
    private final ZoneId zone;
    private final List<Integer> ids = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<TrialRecord> trials = new ArrayList<>();
    private final List<SortedMap<Integer, Double>> reports = new ArrayList<>();
    private final List<String> workers = new ArrayList<>();
    private final Map<String, ParameterDistribution> distributions = new LinkedHashMap<>();
    private final Map<Integer, String> studies = new TreeMap<>();
    private int nextStudy;
    private int nextTrial;
    private int study = -1;
    private @Nullable Direction direction;
    private String objective = "";

    JournalReplay(String name, ZoneId zone) {
        this.name = name;
        this.zone = zone;
    }

    /** Returns which way the study goes; null while there is none of the name. */
    @Nullable Direction direction() {
        return direction;
    }

    /** Returns what the study's values are, in words; empty where it does not say. */
    String objective() {
        return objective;
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

    /** Returns who runs a trial, or has run it. */
    String worker(int number) {
        return workers.get(number);
    }

    List<TrialRecord> trials() {
        return trials.stream().map(trial -> trial.with(reports.get(trial.number()))).toList();
    }

    Map<String, ParameterDistribution> distributions() {
        return distributions;
    }

    void apply(JsonObject line) {
        int operation = line.get("op_code").getAsInt();
        switch (operation) {
            case Journal.CREATE_STUDY -> createStudy(line);
            case Journal.DELETE_STUDY -> deleteStudy(line.get("study_id").getAsInt());
            case Journal.SET_STUDY_ATTRIBUTE -> tell(line);
            case Journal.CREATE_TRIAL -> createTrial(line);
            case Journal.SET_PARAMETER,
                    Journal.SET_STATE,
                    Journal.SET_REPORT,
                    Journal.SET_ATTRIBUTE ->
                    change(line);
            case Journal.SET_STUDY_SYSTEM_ATTRIBUTE, Journal.SET_SYSTEM_ATTRIBUTE -> {
                // What Optuna's samplers keep for themselves.
            }
            default ->
                    throw new IllegalArgumentException(
                            "its op_code %d is none of Optuna's, which are 0 to 9"
                                    .formatted(operation));
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
            objective = "";
            ids.clear();
            numbers.clear();
            trials.clear();
            reports.clear();
            workers.clear();
            distributions.clear();
        }
    }

    private void tell(JsonObject line) {
        var told = line.getAsJsonObject("user_attr").get(Journal.OBJECTIVE);
        if (line.get("study_id").getAsInt() == study && told != null && told.isJsonPrimitive()) {
            objective = told.getAsString();
        }
    }

    private void createTrial(JsonObject line) {
        int of = line.get("study_id").getAsInt();
        if (!studies.containsKey(of)) {
            return;
        }
        int id = nextTrial++;
        if (of == study) {
            numbers.put(id, ids.size());
            ids.add(id);
            reports.add(new TreeMap<>());
            workers.add(worker(line));
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
            reports.get(trial.number())
                    .put(Integer.valueOf(each.getKey()), each.getValue().getAsDouble());
        }
        return state(
                trial,
                line.get("values").isJsonNull() ? line.get("value") : line.get("values"),
                line);
    }

    private void change(JsonObject line) {
        var number = numbers.get(line.get("trial_id").getAsInt());
        if (number == null || !trials.get(number).isOpen()) {
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
                    case Journal.SET_REPORT -> {
                        reports.get(number)
                                .put(
                                        line.get("step").getAsInt(),
                                        line.get("intermediate_value").getAsDouble());
                        yield trial;
                    }
                    case Journal.SET_ATTRIBUTE -> told(trial, line.getAsJsonObject("user_attr"));
                    default -> state(trial, line.get("values"), line);
                });
    }

    private TrialRecord set(TrialRecord trial, String parameter, double number, String kind) {
        var distribution = distribution(parameter, kind);
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

    private static ParameterDistribution distribution(String parameter, String kind) {
        try {
            return DistributionJson.read(kind);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + parameter + "': " + e.getMessage(), e);
        }
    }

    private static TrialRecord told(TrialRecord trial, JsonObject attribute) {
        var why = attribute.get(Journal.WHY);
        return why == null || !why.isJsonPrimitive()
                ? trial
                : trial.end(trial.state(), trial.value(), why.getAsString(), trial.ended());
    }

    private TrialRecord state(TrialRecord trial, JsonElement values, JsonObject line) {
        int number = line.get("state").getAsInt();
        if (number < 0 || number >= Journal.STATES.size()) {
            return trial;
        }
        var state = Journal.STATES.get(number);
        if (state == TrialState.RUNNING) {
            // One that was queued begins when somebody takes it.
            workers.set(trial.number(), worker(line));
            var begun = time(line, "datetime_start");
            return trial.running(begun == null ? trial.begun() : begun);
        }
        var ended = time(line, "datetime_complete");
        return trial.end(state, number(values), trial.why(), ended == null ? trial.begun() : ended);
    }

    private static String worker(JsonObject line) {
        var worker = line.get("worker_id");
        return worker == null ? "" : worker.getAsString();
    }

    private static double number(JsonElement values) {
        if (values == null || values.isJsonNull()) {
            return Double.NaN;
        }
        return values.isJsonArray() ? number(values.getAsJsonArray().get(0)) : values.getAsDouble();
    }

    private @Nullable Instant time(JsonObject line, String key) {
        var time = line.get(key);
        if (time == null || time.isJsonNull()) {
            return null;
        }
        // Optuna 5 names the zone, and those before it do not.
        var read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        time.getAsString(), OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime moment
                ? moment.toInstant()
                : LocalDateTime.from(read).atZone(zone).toInstant();
    }
}
