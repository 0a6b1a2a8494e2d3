package himalia.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A study in Optuna's journal: an operation a line, from which the trials follow. Other studies may be in the file, too. */
final class Journal {
    static final int CREATE_STUDY = 0;
    static final int DELETE_STUDY = 1;
    static final int SET_STUDY_ATTRIBUTE = 2;
    static final int SET_STUDY_SYSTEM_ATTRIBUTE = 3;
    static final int CREATE_TRIAL = 4;
    static final int SET_PARAMETER = 5;
    static final int SET_STATE = 6;
    static final int SET_REPORT = 7;
    static final int SET_ATTRIBUTE = 8;
    static final int SET_SYSTEM_ATTRIBUTE = 9;

    /** By Optuna's numbers. */
    static final List<TrialState> STATES =
            List.of(
                    TrialState.RUNNING,
                    TrialState.COMPLETE,
                    TrialState.PRUNED,
                    TrialState.FAIL,
                    TrialState.WAITING);

    /** The attribute of a trial that says why it was pruned or has failed. */
    static final String WHY = "why";

    /** The user attribute of a study in which its values are told. */
    static final String OBJECTIVE = "himalia:objective";

    private static final String WORKER = "himalia-";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private final JournalFile file;
    private final ZoneId zone;
    private final String worker = WORKER + ProcessHandle.current().pid();
    private final JournalReplay replay;

    private Journal(JournalFile file, ZoneId zone, JournalReplay replay) {
        this.file = file;
        this.zone = zone;
        this.replay = replay;
    }

    /**
     * Reads a study, or begins one.
     *
     * @throws IllegalArgumentException if the file has one of that name that goes the other way or is of other values, or a line that
     *     is not understood
     */
    static Journal open(Path path, StudySettings settings) {
        var study = settings.name();
        var direction = settings.direction();
        var zone = settings.clock().getZone();
        var file = new JournalFile(path);
        var replay = new JournalReplay(study, zone);
        var lines = file.read();
        for (int line = 0; line < lines.size(); line++) {
            apply(replay, lines.get(line), path, line);
        }
        var journal = new Journal(file, zone, replay);
        var known = replay.direction();
        if (known == null) {
            var line = journal.line(CREATE_STUDY);
            line.addProperty("study_name", study);
            var directions = new JsonArray();
            directions.add(direction.ordinal() + 1);
            line.add("directions", directions);
            journal.append(List.of(line));
        } else if (known != direction) {
            throw new IllegalArgumentException(
                    "the study '%s' in %s is to %s, not to %s"
                            .formatted(study, path, word(known), word(direction)));
        }
        journal.of(settings.objective(), path);
        return journal;
    }

    /** Says of a study without trials what its values are; of one with trials that says something else, they are no others' too. */
    private void of(String objective, Path path) {
        var before = replay.objective();
        if (!before.isEmpty() && !objective.isEmpty() && !before.equals(objective)) {
            throw new IllegalArgumentException(
                    "the values in %s are %s, and those of this search would be %s; begin another file"
                            .formatted(path, before, objective));
        }
        if (before.isEmpty() && !objective.isEmpty() && replay.trials().isEmpty()) {
            var line = line(SET_STUDY_ATTRIBUTE);
            line.addProperty("study_id", replay.study());
            var attribute = new JsonObject();
            attribute.addProperty(OBJECTIVE, objective);
            line.add("user_attr", attribute);
            append(List.of(line));
        }
    }

    private static void apply(JournalReplay replay, JsonObject line, Path path, int number) {
        try {
            replay.apply(line);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the study in %s cannot be read here, by line %d: %s; begin another file"
                            .formatted(
                                    path,
                                    number + 1,
                                    e instanceof IllegalArgumentException
                                                    && !(e instanceof NumberFormatException)
                                            ? e.getMessage()
                                            : "it is not as Optuna writes it"),
                    e);
        }
    }

    private static String word(Direction direction) {
        return direction == Direction.MINIMIZE ? "minimize" : "maximize";
    }

    /** Returns where it is, in one way of writing. */
    Path path() {
        return file.path().toAbsolutePath().normalize();
    }

    List<TrialRecord> trials() {
        return replay.trials();
    }

    /** Returns the distribution that a setting had last, by its name. */
    Map<String, ParameterDistribution> distributions() {
        return replay.distributions();
    }

    /** Returns whether a kernel of ours runs a trial. */
    boolean isOurs(TrialRecord trial) {
        return replay.worker(trial.number()).matches(WORKER + "\\d{1,18}");
    }

    /**
     * Refuses a trial of a kernel that lives.
     *
     * @throws IllegalStateException naming its process
     */
    void checkLeft(TrialRecord trial) {
        long process = Long.parseLong(replay.worker(trial.number()).substring(WORKER.length()));
        if (process != ProcessHandle.current().pid()
                && ProcessHandle.of(process).filter(each -> isBefore(each, trial)).isPresent()) {
            throw new IllegalStateException(
                    "trial %d of the study %s is running in process %d; wait for it or end that process, and open the study again"
                            .formatted(trial.number(), file, process));
        }
    }

    /** A process that began after the trial has the number of one that has ended. */
    private static boolean isBefore(ProcessHandle process, TrialRecord trial) {
        return process.isAlive()
                && process.info().startInstant().filter(trial.begun()::isBefore).isEmpty();
    }

    private JsonObject line(int operation) {
        var line = new JsonObject();
        line.addProperty("op_code", operation);
        line.addProperty("worker_id", worker);
        return line;
    }

    private JsonObject line(int operation, TrialRecord trial) {
        var line = line(operation);
        line.addProperty("trial_id", replay.id(trial.number()));
        return line;
    }

    private void append(List<JsonObject> lines) {
        file.append(lines);
        lines.forEach(replay::apply);
    }

    void begin(TrialRecord trial, SearchSpace space) {
        var create = line(CREATE_TRIAL);
        create.addProperty("study_id", replay.study());
        create.addProperty("datetime_start", time(trial.begun()));
        var lines = new ArrayList<JsonObject>(List.of(create));
        trial.settings()
                .forEach(
                        (name, value) -> {
                            var distribution = space.distribution(name);
                            var line = line(SET_PARAMETER);
                            line.addProperty("trial_id", replay.nextId());
                            line.addProperty("param_name", name);
                            line.addProperty("param_value_internal", distribution.number(value));
                            line.addProperty(
                                    "distribution", DistributionJson.written(distribution));
                            lines.add(line);
                        });
        append(lines);
    }

    void report(TrialRecord trial, int step, double value) {
        var line = line(SET_REPORT, trial);
        line.addProperty("step", step);
        line.addProperty("intermediate_value", value);
        append(List.of(line));
    }

    void end(TrialRecord trial) {
        var lines = new ArrayList<JsonObject>();
        if (!trial.why().isEmpty()) {
            // Before the state: what has ended takes no more.
            var why = line(SET_ATTRIBUTE, trial);
            var attribute = new JsonObject();
            attribute.addProperty(WHY, trial.why());
            why.add("user_attr", attribute);
            lines.add(why);
        }
        var state = line(SET_STATE, trial);
        state.addProperty("state", STATES.indexOf(trial.state()));
        if (Double.isNaN(trial.value())) {
            state.add("values", JsonNull.INSTANCE);
        } else {
            var values = new JsonArray();
            values.add(new JsonPrimitive(trial.value()));
            state.add("values", values);
        }
        state.addProperty("datetime_complete", time(trial.ended()));
        lines.add(state);
        append(lines);
    }

    private String time(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).format(TIME);
    }
}
