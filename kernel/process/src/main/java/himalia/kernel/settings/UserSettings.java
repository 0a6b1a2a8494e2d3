package himalia.kernel.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What the user's environment says about cells: {@code HIMALIA_…} variables, those of IJava and JJava by the same
 * endings, and a startup file.
 *
 * @param environment the variables
 */
public record UserSettings(Map<String, String> environment) {
    private static final List<String> PREFIXES = List.of("HIMALIA_", "IJAVA_", "JJAVA_");
    private static final Pattern DURATION = Pattern.compile("(-?\\d{1,12})\\s*([A-Za-z]*)");

    public static UserSettings ofThisProcess() {
        return new UserSettings(System.getenv());
    }

    /** Returns jars and folders for the class path of the cells. */
    public List<String> classPath() {
        return values("CLASSPATH").stream()
                .flatMap(value -> files(value).stream())
                .map(Path::toString)
                .toList();
    }

    /** Returns options of the compiler; {@code --enable-preview} needs the version beside it. */
    public List<String> compilerOptions() {
        var options = new ArrayList<String>();
        for (var value : values("COMPILER_OPTS")) {
            options.addAll(List.of(value.strip().split("\\s+")));
        }
        if (options.contains("--enable-preview")
                && !options.contains("--source")
                && !options.contains("--release")) {
            options.add("--source");
            options.add(String.valueOf(Runtime.version().feature()));
        }
        return options;
    }

    /** Returns options of the JVM that runs the cells. */
    List<String> jvmOptions() {
        var options = new ArrayList<String>();
        if (compilerOptions().contains("--enable-preview")) {
            options.add("--enable-preview");
        }
        for (var value : values("JVM_OPTS")) {
            options.addAll(List.of(value.strip().split("\\s+")));
        }
        return options;
    }

    /** Returns the file with Maven's settings, where it is not Maven's own. */
    public List<String> mavenSettings() {
        return values("MAVEN_SETTINGS").stream().limit(1).toList();
    }

    /** Returns after how many milliseconds a cell is ended; 0 for never. */
    public long timeout() {
        for (var value : values("TIMEOUT")) {
            var duration = DURATION.matcher(value.strip());
            if (duration.matches()) {
                long number = Long.parseLong(duration.group(1));
                var unit = duration.group(2).toUpperCase(java.util.Locale.ROOT);
                return number < 1
                        ? 0
                        : unit.isEmpty() ? number : TimeUnit.valueOf(unit).toMillis(number);
            }
        }
        return 0;
    }

    /** Returns the code that is run before the first cell. */
    public List<StartupCode> startup() {
        var sources = new ArrayList<StartupCode>();
        var files = new ArrayList<Path>();
        var own = configuration().resolve("startup.jshell");
        if (Files.isRegularFile(own)) {
            files.add(own);
        }
        values("STARTUP_SCRIPTS_PATH").forEach(value -> files.addAll(files(value)));
        for (var file : files) {
            try {
                sources.add(new StartupCode(file.toString(), Files.readString(file)));
            } catch (IOException e) {
                System.getLogger("himalia.kernel")
                        .log(System.Logger.Level.WARNING, "startup file " + file + ": " + e);
            }
        }
        values("STARTUP_SCRIPT")
                .forEach(text -> sources.add(new StartupCode("the startup script", text)));
        return sources;
    }

    private Path configuration() {
        var home = environment.get("XDG_CONFIG_HOME");
        return home == null || home.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".config", "himalia")
                : Path.of(home, "himalia");
    }

    private List<String> values(String ending) {
        return PREFIXES.stream()
                .map(prefix -> environment.getOrDefault(prefix + ending, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Files of a path whose entries may have stars in their last name; an entry that ends with a slash means all in it. */
    private static List<Path> files(String path) {
        var found = new ArrayList<Path>();
        for (var entry : path.split(java.io.File.pathSeparator)) {
            int slash = entry.lastIndexOf('/');
            var name = slash == entry.length() - 1 ? "*" : entry.substring(slash + 1);
            if (!name.contains("*") && !name.contains("?")) {
                found.add(Path.of(entry).toAbsolutePath());
                continue;
            }
            var folder = Path.of(slash < 0 ? "." : entry.substring(0, slash + 1)).toAbsolutePath();
            var matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
            try (var files = Files.list(folder.normalize())) {
                files.filter(file -> matcher.matches(file.getFileName()))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                System.getLogger("himalia.kernel")
                        .log(System.Logger.Level.WARNING, "nothing matches " + entry + ": " + e);
            }
        }
        return found;
    }
}
