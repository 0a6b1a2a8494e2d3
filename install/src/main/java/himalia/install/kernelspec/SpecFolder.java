package himalia.install.kernelspec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One folder of kernelspecs; writes and removes ours, whole or not at all.
 *
 * @param folder such as {@code ~/.local/share/jupyter/kernels}
 */
public record SpecFolder(Path folder) {
    private static final List<String> LOGOS =
            List.of("logo-svg.svg", "logo-32x32.png", "logo-64x64.png");

    /** Writes a spec in place of the one that had its name, and returns where. */
    public Path install(KernelSpec spec) throws IOException {
        var target = folder.resolve(spec.name());
        if (Files.exists(target) && installed(target).isEmpty()) {
            throw new IllegalArgumentException(
                    "the kernel in "
                            + target
                            + " is not Himalia's; choose another --name, or remove it first");
        }
        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, ".himalia-");
        try {
            Files.writeString(fresh.resolve("kernel.json"), spec.json());
            for (var logo : LOGOS) {
                try (InputStream picture = SpecFolder.class.getResourceAsStream(logo)) {
                    Files.copy(Objects.requireNonNull(picture, logo), fresh.resolve(logo));
                }
            }
            readableByAll(fresh);
            delete(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(fresh);
        }
        return target;
    }

    /** Removes our spec of that name; returns where it was, or nothing where there is none. */
    public Optional<Path> uninstall(String name) throws IOException {
        var target = folder.resolve(name);
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        if (installed(target).isEmpty()) {
            throw new IllegalArgumentException(
                    "the kernel in " + target + " is not Himalia's, so it is left alone");
        }
        delete(target);
        return Optional.of(target);
    }

    /** Returns our specs here, by name. */
    public List<Installed> list() throws IOException {
        var found = new ArrayList<Installed>();
        if (Files.isDirectory(folder)) {
            try (var children = Files.list(folder)) {
                for (var child : children.sorted().toList()) {
                    installed(child).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Reads one spec; empty where it is not ours. */
    private static Optional<Installed> installed(Path target) {
        try {
            var text = Files.readString(target.resolve("kernel.json"));
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            if (!json.has("argv") || !json.has("display_name")) {
                return Optional.empty();
            }
            var argv =
                    StreamSupport.stream(json.getAsJsonArray("argv").spliterator(), false)
                            .map(JsonElement::getAsString)
                            .toList();
            return argv.contains(KernelCommand.MAIN)
                    ? Optional.of(
                            new Installed(target, json.get("display_name").getAsString(), argv))
                    : Optional.empty();
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | ClassCastException notOurs) {
            return Optional.empty();
        }
    }

    /** A temporary folder is its owner's alone; a spec below a prefix is for everybody. */
    private static void readableByAll(Path fresh) {
        var file = fresh.toFile();
        if (!file.setReadable(true, false) || !file.setExecutable(true, false)) {
            System.getLogger("himalia.install")
                    .log(
                            System.Logger.Level.DEBUG,
                            "permissions of " + fresh + " left as they are");
        }
    }

    private static void delete(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (var files = Files.list(target)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(target);
    }

    /**
     * A spec of ours that is there.
     *
     * @param folder where
     * @param displayName what people see
     * @param argv how it is started
     */
    public record Installed(Path folder, String displayName, List<String> argv) {
        public Installed {
            argv = List.copyOf(argv);
        }

        public String name() {
            return folder.getFileName().toString();
        }

        /** Returns what it needs that is not there any more, the JDK first. */
        public Optional<Path> missing() {
            var needed = new ArrayList<Path>();
            needed.add(Path.of(argv.get(0)));
            argv.stream()
                    .filter(word -> word.startsWith("-Dhimalia.home="))
                    .map(word -> Path.of(word.substring("-Dhimalia.home=".length())))
                    .forEach(needed::add);
            return needed.stream().filter(path -> !Files.exists(path)).findFirst();
        }
    }
}
