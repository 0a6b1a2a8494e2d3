package org.example.weather;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a temperature. */
@Command(
        name = "fahrenheit",
        description = "Tells a temperature in degrees Fahrenheit.",
        footer = "Example: %%fahrenheit 21.5")
public final class FahrenheitMagic implements LineMagic<Double> {
    @Parameters(index = "0", description = "Degrees Celsius.")
    private double celsius;

    @Option(names = "--round", description = "To a whole number.")
    private boolean round;

    @Override
    public Double run(Notebook notebook) {
        if (celsius < -273.15) {
            throw new MagicException(celsius + " is below -273.15, where nothing is; degrees Celsius are wanted");
        }
        double fahrenheit = new Temperature(celsius).fahrenheit();
        return round ? (double) Math.round(fahrenheit) : fahrenheit;
    }
}
