using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace CandidateCrm.Fixtures;

/// <summary>
/// How often a property is tried, and with which cases. Each property has its own, the same in every run, so that a run that failed fails
/// again. CANDIDATECRM_CASES multiplies how many there are; CANDIDATECRM_SEED=random takes others each time, and "seed,gamma", as a
/// failure prints them, takes those.
/// </summary>
public static class Tries
{
    private static string Seed { get; } = Environment.GetEnvironmentVariable("CANDIDATECRM_SEED") ?? "";

    private static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CANDIDATECRM_CASES"), CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    public static Config Of(int count = 100, [CallerFilePath] string file = "", [CallerMemberName] string property = "")
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count * Factor);
        return Start(file, property) is { } start ? config.WithReplay(FSharpOption<Replay>.Some(new Replay(start, FSharpOption<int>.None))) : config;
    }

    /// <summary>Some of what a generator makes, by the same rule.</summary>
    public static T[] Sample<T>(Gen<T> generator, int count, int size, [CallerFilePath] string file = "", [CallerMemberName] string property = "") =>
        [.. Start(file, property) is { } start ? generator.Sample(count * Factor, start, size) : generator.Sample(count * Factor, size)];

    private static Rnd? Start(string file, string property)
    {
        if (Seed == "random")
        {
            return null;
        }

        var given = Seed.Split(',');
        return given.Length == 2
            ? new Rnd(ulong.Parse(given[0], CultureInfo.InvariantCulture), ulong.Parse(given[1], CultureInfo.InvariantCulture))
            : new Rnd(Hash($"{Path.GetFileNameWithoutExtension(file)}.{property}"));
    }

    // FNV-1a: the same on every machine, which a string's own hash is not.
    private static ulong Hash(string text) =>
        text.Aggregate(14_695_981_039_346_656_037UL, (hash, letter) => unchecked((hash ^ letter) * 1_099_511_628_211UL));
}
