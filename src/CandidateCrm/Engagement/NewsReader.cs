using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>
/// Reads which facts of a line told something new: those that scores count. What repeats what is for the applications to say, so that only what makes them folds along:
/// no promise, no score and no definition that refers to one.
/// </summary>
internal sealed class NewsReader : PassObserver
{
    // What holds a person back decides whether an offer or a draft runs out, and so what repeats its end.
    private static readonly RelationshipEngine Engine = new([new TimelineReaction(), new CandidatesReaction(), new ApplicationsReaction()]);

    private readonly List<TimelineEvent> _news = [];

    private NewsReader()
    {
    }

    /// <summary>Returns the facts that told something new, in the order of the line.</summary>
    /// <param name="key">Whose line it is.</param>
    /// <param name="line">Facts and acts, without what was taken back.</param>
    /// <param name="log">The rules.</param>
    internal static IReadOnlyList<TimelineEvent> Read(RelationshipKey key, IReadOnlyList<TimelineEvent> line, ActivationLog log)
    {
        var reader = new NewsReader();
        Engine.Observed(key, line, log, reader);
        return reader._news;
    }

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        if (terms is { IsMute: false, Cause: { Class: EntryClass.Fact } cause } && !pass.Notes.IsRepetition)
        {
            _news.Add(cause);
        }
    }
}
