using NodaTime;

namespace CandidateCrm.Candidates;

/// <summary>Keeps where a person came from. The list is bounded: the first origin and the ones seen last stay.</summary>
internal static class OriginList
{
    /// <summary>Returns the slice after the person came from somewhere.</summary>
    internal static CandidateSlice With(CandidateSlice slice, SourceCode source, CampaignCode campaign, Instant at)
    {
        var origins = slice.Origins;
        for (var i = 0; i < origins.Length; i++)
        {
            if (origins[i].Source == source && origins[i].Campaign == campaign)
            {
                return slice with { Origins = origins.SetItem(i, origins[i] with { LastAt = at, Count = origins[i].Count + 1 }) };
            }
        }

        var isFull = origins.Length >= CandidateSlice.MostOrigins;
        var kept = isFull ? origins.RemoveAt(LongestUnseen(slice)) : origins;
        return slice with
        {
            Origins = kept.Add(new Origin { Source = source, Campaign = campaign, FirstAt = at, LastAt = at, Count = 1 }),
            OriginsLeftOut = slice.OriginsLeftOut + (isFull ? 1 : 0),
        };
    }

    /// <summary>Returns the place of the origin that was not seen for longest, the first one set aside; of equals the earlier.</summary>
    private static int LongestUnseen(CandidateSlice slice)
    {
        var place = 1;
        for (var i = 2; i < slice.Origins.Length; i++)
        {
            if (slice.Origins[i].LastAt < slice.Origins[place].LastAt)
            {
                place = i;
            }
        }

        return place;
    }
}
