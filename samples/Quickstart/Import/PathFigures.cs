using CandidateCrm.Insights;
using NodaTime;

namespace Quickstart.Import;

/// <summary>What the insights report does not count, read from the same paths.</summary>
internal sealed record PathFigures
{
    internal Instant? First { get; private set; }

    internal Instant? Last { get; private set; }

    /// <summary>Gets how many steps stand at the very instant of the step before.</summary>
    internal long EqualNeighbours { get; private set; }

    /// <summary>Gets how many applications had an offer and ended with a rejection.</summary>
    internal long OfferThenRejected { get; private set; }

    internal static async Task<PathFigures> ReadAsync(IInsights insights, CancellationToken cancellationToken)
    {
        var figures = new PathFigures();
        await foreach (var path in insights.ReadPathsAsync(cancellationToken))
        {
            figures.Add(path);
        }

        return figures;
    }

    private void Add(ApplicationPath path)
    {
        if (path.Steps.IsEmpty)
        {
            return;
        }

        var (first, last) = (path.Steps[0], path.Steps[^1]);
        First = First is { } earliest && earliest < first.At ? earliest : first.At;
        Last = Last is { } latest && latest > last.At ? latest : last.At;
        EqualNeighbours += path.Steps.Zip(path.Steps.Skip(1)).Count(pair => pair.First.At == pair.Second.At);
        OfferThenRejected += last.Step == Steps.Rejected && path.Steps.Any(step => step.Step == Steps.Offer) ? 1 : 0;
    }
}
