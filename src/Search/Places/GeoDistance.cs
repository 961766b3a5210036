namespace Dateline.Search.Places;

/// <summary>Distances on the sphere.</summary>
internal static class GeoDistance
{
    private const double EarthRadiusKilometres = 6371.0;

    /// <summary>
    /// Great-circle distance by the haversine formula; degrees in, kilometres out; NaN when a coordinate is unknown.
    /// </summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var deltaLatitude = double.DegreesToRadians(latitude2 - latitude1) / 2;
        var deltaLongitude = double.DegreesToRadians(longitude2 - longitude1) / 2;
        var a = (Math.Sin(deltaLatitude) * Math.Sin(deltaLatitude))
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2))
                * Math.Sin(deltaLongitude) * Math.Sin(deltaLongitude));
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
