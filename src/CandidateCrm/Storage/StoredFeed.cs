using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>
/// The feed of one tenant: a list that only grows, in pieces, so that neither writing nor reading copies what is there. Each entry knows the
/// one before it of the same candidate, so that erasing costs what the candidate has and not what the tenant has.
/// </summary>
internal sealed class StoredFeed(Lock gate)
{
    private const int PieceSize = 128;

    private readonly List<Entry[]> _pieces = [];
    private long _end;

    /// <summary>Answers for a tenant of which nothing was ever written: it has made no cursor.</summary>
    internal static FeedPage ReadNothing(FeedQuery query) =>
        query.After is null ? new FeedPage { Events = [], Next = null } : throw FeedCursor.Unknown(nameof(query));

    /// <summary>Adds an event. Called under the tenant's lock.</summary>
    internal void Add(StoredRelationship owner, TimelineEvent next)
    {
        if (_end % PieceSize == 0)
        {
            _pieces.Add(new Entry[PieceSize]);
        }

        At(_end) = new Entry(next, owner.LastInFeed);
        owner.LastInFeed = _end++;
    }

    internal FeedPage Read(FeedQuery query)
    {
        lock (gate)
        {
            var at = query.After is null ? 0 : FeedCursor.Read(query.Tenant, query.After, _end);
            var events = ImmutableArray.CreateBuilder<TimelineEvent>();
            for (; at < _end && events.Count < query.Max; at++)
            {
                if (At(at).Event is { } one)
                {
                    events.Add(one);
                }
            }

            var next = events.Count == 0 ? query.After : FeedCursor.Text(query.Tenant, at);
            return new FeedPage { Events = events.DrainToImmutable(), Next = next };
        }
    }

    /// <summary>Takes the personal parts of one candidate out of the feed; everything else comes as before. Called under the tenant's lock.</summary>
    internal void ErasePersonalParts(StoredRelationship owner)
    {
        for (var at = owner.LastInFeed; at >= 0; at = At(at).Before)
        {
            if (At(at).Event is { Personal: not null } next)
            {
                At(at) = At(at) with { Event = next with { Personal = null } };
            }
        }
    }

    /// <summary>Takes one candidate out of the feed. The places stay, so that no cursor minds. Called under the tenant's lock.</summary>
    internal void Erase(StoredRelationship owner)
    {
        var at = owner.LastInFeed;
        while (at >= 0)
        {
            var before = At(at).Before;
            At(at) = default;
            at = before;
        }

        owner.LastInFeed = -1;
    }

    private ref Entry At(long place) => ref _pieces[(int)(place / PieceSize)][place % PieceSize];

    /// <summary>One place: the event, gone where its candidate is, and the place before of the same candidate, or -1.</summary>
    private readonly record struct Entry(TimelineEvent? Event, long Before);
}
