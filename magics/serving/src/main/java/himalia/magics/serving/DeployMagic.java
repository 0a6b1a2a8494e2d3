package himalia.magics.serving;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.model.Model;
import himalia.serving.Endpoint;
import himalia.serving.ModelServer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a model where programs can ask it. */
@Command(
        name = "deploy",
        description = "Deploys a model; local serves it over REST from this notebook.",
        sortOptions = false,
        footer = {
            "Example: %%deploy local model --name churn",
            "In Java: ModelServer.start(model, 0)",
            "It speaks the Open Inference Protocol; endpoint.close() stops it."
        })
public final class DeployMagic implements LineMagic<Endpoint> {
    /** Where a model can go. */
    enum Target {
        LOCAL
    }

    @Parameters(index = "0", paramLabel = "TARGET", description = "Where to: local.")
    private Target target = Target.LOCAL;

    @Parameters(index = "1", paramLabel = "MODEL", description = "The model to serve.")
    private @Nullable Model model;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The port to listen on, 0 for a free one. Default: 0.")
    private int port;

    @Option(
            names = "--name",
            defaultValue = "model",
            description = "What the model is called in URLs. Default: model.")
    private String name = "";

    @Override
    public Endpoint run(Notebook notebook) {
        return switch (target) {
            case LOCAL -> new ModelServer(name, port).start(Objects.requireNonNull(model));
        };
    }
}
