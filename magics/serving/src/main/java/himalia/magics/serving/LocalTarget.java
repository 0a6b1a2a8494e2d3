package himalia.magics.serving;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.model.Model;
import himalia.serving.Endpoint;
import himalia.serving.ModelServer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %deploy local}. */
@Command(
        name = "local",
        description = "Serves the model over REST from this notebook.",
        footer = {
            "Example: %%deploy local model --name churn",
            "In Java: ModelServer.start(model, 0)",
            "The same line run again, with its name and --port, replaces what it served before.",
            "It speaks the Open Inference Protocol; endpoint.close() or the session's end stops it."
        })
public final class LocalTarget implements DeploymentTarget<Endpoint> {
    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The port to listen on, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Endpoint deploy(Notebook notebook, Model model, String name) {
        var server = new ModelServer(name, port);
        // A model that cannot tell it takes no other's place.
        model.schema();
        var before = Served.before(server);
        var endpoint = start(server, model);
        before.ifPresent(Endpoint::close);
        var taken = notebook.onEnd("the server of model " + name, endpoint);
        Served.keep(server, endpoint);
        endpoint.whenClosed(
                () -> {
                    Served.forget(server, endpoint);
                    taken.run();
                });
        return endpoint;
    }

    /** A free port is another one each time, so that what was served before ends when its successor is there. */
    private static Endpoint start(ModelServer server, Model model) {
        boolean hasEnded = server.port() != 0 && Served.makeRoom(server);
        try {
            return server.start(model);
        } catch (IllegalArgumentException e) {
            throw hasEnded
                    ? new IllegalArgumentException(
                            "%s; what '%s' served there before has ended"
                                    .formatted(e.getMessage(), server.name()),
                            e)
                    : e;
        }
    }

    @Override
    public Optional<String> java(JavaText java, Model model, String name) {
        var server = java.of(new ModelServer(name, port));
        return Optional.of(server + ".start(" + java.of(model) + ")");
    }
}
